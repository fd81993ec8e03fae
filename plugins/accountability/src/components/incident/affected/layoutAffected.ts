import {
  AffectedService,
  ServiceSummary,
} from 'backstage-plugin-accountability-common';

/** Height of a service's box, px. */
export const BOX_HEIGHT = 54;

const TOP = 28;
const PITCH = BOX_HEIGHT + 22;
const GAP = 56;

/** Boxes that a column holds; what is more is in the table. */
export const COLUMN_LIMIT = 6;

/** One service with its place, px. */
export interface AffectedBox {
  near: AffectedService;
  x: number;
  y: number;
  width: number;
}

/** A dependency as a line from what is depended on to what depends. */
export interface AffectedLine {
  key: string;
  path: string;
  /** Where its head stands. */
  x: number;
  y: number;
  affected: boolean;
}

const order = { affected: 0, unknown: 1, 'not-affected': 2 };

/** Dependencies left, the service itself in the middle, dependents right; each column centred, the affected ones on top. */
export function layoutAffected(
  affected: AffectedService[],
  given: { service: ServiceSummary; width: number },
) {
  const { service, width } = given;
  const column = (relation: AffectedService['relation']) =>
    affected
      .filter(each => each.relation === relation)
      .sort(
        (a, b) =>
          order[a.state] - order[b.state] ||
          a.service.title.localeCompare(b.service.title, 'en'),
      );
  const own: AffectedService = column('itself')[0] ?? {
    service,
    relation: 'itself',
    state: 'affected',
    ownerThen: { status: 'unknown', because: '' },
  };
  const columns = [column('dependency'), [own], column('dependent')];
  const shown = columns.map(each => each.slice(0, COLUMN_LIMIT));
  const deepest = Math.max(...shown.map(each => each.length));
  const height = TOP + deepest * PITCH;
  const boxWidth = (width - 2 * GAP) / 3;
  const boxes = shown.map((each, place) =>
    each.map((near, row) => ({
      near,
      x: place * (boxWidth + GAP),
      y: TOP + ((deepest - each.length) / 2 + row) * PITCH,
      width: boxWidth,
    })),
  );
  const [left, [middle], right] = boxes;
  return {
    width,
    height,
    boxes: boxes.flat(),
    heads: boxes.map(([first], place) => ({
      x: place * (boxWidth + GAP),
      empty: first === undefined,
    })),
    lines: [
      ...left.map(box => line(box, middle, box.near)),
      ...right.map(box => line(middle, box, box.near)),
    ],
    more: columns.reduce(
      (sum, each) => sum + Math.max(0, each.length - COLUMN_LIMIT),
      0,
    ),
  };
}

/** Services near an incident with every place worked out. */
export type AffectedLayout = ReturnType<typeof layoutAffected>;

function line(
  from: AffectedBox,
  to: AffectedBox,
  near: AffectedService,
): AffectedLine {
  const [x1, y1] = [from.x + from.width, from.y + BOX_HEIGHT / 2];
  const [x2, y2] = [to.x - 8, to.y + BOX_HEIGHT / 2];
  const bend = (x2 - x1) / 2;
  return {
    key: near.service.entityRef,
    path: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`,
    x: x2,
    y: y2,
    affected: near.state === 'affected',
  };
}
