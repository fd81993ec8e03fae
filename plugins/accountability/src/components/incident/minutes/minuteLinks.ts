import {
  AttributionMethod,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';
import { LABEL_WIDTH } from '../../timeline/layout';
import { BAR, DeploymentBar } from './deploymentBars';

/** Room of a link's word, px. */
const LABEL = 110;

const px = (value: number) => Math.round(value * 10) / 10;

/** A line between two records, with its head and its word. */
export interface MinuteLink {
  key: string;
  kind: 'cause' | 'candidate' | 'undoes';
  method: AttributionMethod;
  confidence?: number;
  path: string;
  head: string;
  label: { x: number; y: number; anchor: 'start' | 'middle' | 'end' };
}

/** From the cause and the candidates to where the impact begins, and from a remedy back to what it undid. */
export function minuteLinks(
  data: IncidentResponse,
  bars: DeploymentBar[],
  impact: { x: number; y: number },
): MinuteLink[] {
  const { attribution } = data;
  if (!attribution) return [];
  const reasons = bars.filter(
    ({ role }) => role === 'cause' || role === 'candidate',
  );
  const candidates = new Map(
    attribution.candidates.map(each => [each.record, each.method]),
  );
  const remedy = bars.find(({ role }) => role === 'remedy');
  const undone = bars.filter(({ record }) =>
    attribution.remedy?.undone.includes(record.id),
  );
  return [
    ...reasons.map((bar, place) => {
      const isCause = bar.role === 'cause';
      return {
        key: bar.record.id,
        kind: isCause ? ('cause' as const) : ('candidate' as const),
        method: isCause
          ? attribution.method
          : candidates.get(bar.record.id) ?? 'none',
        confidence: bar.confidence,
        ...toImpact(bar, impact, place),
      };
    }),
    ...(remedy
      ? undone.map(bar => ({
          key: `undoes ${bar.record.id}`,
          kind: 'undoes' as const,
          method: 'remediation' as const,
          ...back(remedy, bar),
        }))
      : []),
  ];
}

type Point = [number, number];

/** Falls from a deployment and comes to the impact from the left; where that has no room, from above. */
function toImpact(
  bar: DeploymentBar,
  impact: { x: number; y: number },
  place: number,
) {
  const x = px(bar.x + Math.min(bar.width / 2, 14));
  const y = bar.y + BAR;
  const drop = impact.y - y;
  const above = x > impact.x - 24;
  const end: Point = above
    ? [impact.x, impact.y - 18]
    : [impact.x - 8, impact.y];
  const curve: Point[] = above
    ? [[x, y], [x, y + drop / 2], [end[0], y + drop / 2], end]
    : [[x, y], [x, y + drop * 0.7], [Math.max(x, end[0] - 60), end[1]], end];
  const at = Math.min(0.8, 0.42 + place * 0.12);
  return {
    path: pathOf(curve),
    head: above ? arrow(end, [4, 8], 'down') : arrow(end, [4, 8], 'right'),
    label: labelAt(curve, y + drop * at),
  };
}

/** Left of the curve, or right of it where the names of the lanes stand. */
function labelAt(curve: Point[], y: number): MinuteLink['label'] {
  const x = xWhere(curve, y);
  return x - LABEL > LABEL_WIDTH
    ? { x: px(xWhere(curve, y - 10) - 6), y: px(y), anchor: 'end' }
    : { x: px(xWhere(curve, y + 4) + 8), y: px(y), anchor: 'start' };
}

/** The curve falls all the way, so halving finds where it passes a height. */
function xWhere(curve: Point[], y: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    if (along(curve, middle)[1] < y) low = middle;
    else high = middle;
  }
  return along(curve, low)[0];
}

function along([a, b, c, d]: Point[], t: number): Point {
  const one = (axis: 0 | 1) =>
    (1 - t) ** 3 * a[axis] +
    3 * (1 - t) ** 2 * t * b[axis] +
    3 * (1 - t) * t ** 2 * c[axis] +
    t ** 3 * d[axis];
  return [one(0), one(1)];
}

function pathOf([start, ...rest]: Point[]): string {
  const print = ([x, y]: Point) => `${px(x)} ${px(y)}`;
  return `M${print(start)}C${rest.map(print).join(' ')}`;
}

function arrow(
  [x, y]: Point,
  [half, long]: Point,
  way: 'down' | 'right',
): string {
  return way === 'down'
    ? `M${px(x - half)} ${px(y)}L${px(x)} ${px(y + long)}L${px(x + half)} ${px(
        y,
      )}Z`
    : `M${px(x)} ${px(y - half)}L${px(x + long)} ${px(y)}L${px(x)} ${px(
        y + half,
      )}Z`;
}

/** A bow below the bars, from the remedy back to what it undid. */
function back(remedy: DeploymentBar, undone: DeploymentBar) {
  const from = { x: px(remedy.x), y: remedy.y + BAR - 2 };
  const to = { x: px(undone.x + undone.width + 3), y: undone.y + BAR - 4 };
  const low = Math.max(from.y, to.y) + 36;
  const third = (from.x - to.x) / 3;
  return {
    path: pathOf([
      [from.x, from.y],
      [from.x - third, low],
      [to.x + third, low],
      [to.x, to.y],
    ]),
    head: `M${to.x + 7} ${to.y - 1}L${to.x - 2} ${to.y - 1}L${to.x + 3} ${
      to.y + 8
    }Z`,
    label: {
      x: px((from.x + to.x) / 2),
      y: px(0.75 * low + 0.125 * (from.y + to.y) + 14),
      anchor: 'middle' as const,
    },
  };
}
