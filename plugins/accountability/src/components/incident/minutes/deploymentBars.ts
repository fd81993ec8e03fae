import {
  DeploymentRecord,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';
import { Text } from '../../../text';
import { TimeScale } from '../../timeline/layout/scale';
import { earlierLabel, deploymentLabel } from './deploymentLabel';
import { DeploymentRole, PlacedRole, roleOf } from './deploymentRole';
import { packBars } from './packBars';
import { Box, placeBar } from './placeBar';

/** Height of a bar, px. */
export const BAR = 16;

const ROW = 28;
const LEAST = 6;

/** Deployments drawn at most; the table has them all. */
const DRAWN = 14;

const importance: DeploymentRole[] = [
  'cause',
  'remedy',
  'undone',
  'candidate',
  'other',
];

/** One deployment as a bar from its start to its end. */
export interface DeploymentBar extends PlacedRole, Box {
  /** True where it began before the chart and stands at its edge. */
  early: boolean;
}

/** Candidates from before the chart, one mark at its edge for all. */
export interface EarlierBar extends Box {
  of: PlacedRole[];
}

interface Given {
  scale: TimeScale;
  top: number;
  now: number;
  t: Text;
}

/** Deployments in as many rows as their words need; those that matter most first, so that they are drawn where many are. */
export function deploymentBars(data: IncidentResponse, given: Given) {
  const { scale, top } = given;
  const all = inOrder(data, scale);
  const before = all.filter(
    ({ record, role }) => role === 'candidate' && record.startedAt < scale.from,
  );
  const together = before.length > 1 ? before : [];
  const alone = all.filter(each => !together.includes(each));
  const shown = alone.slice(0, DRAWN);
  const placed = shown.map(each => barOf(each, data, given));
  const group = together.length > 0 ? [groupOf(together, data, given)] : [];
  const rows = packBars([...placed, ...group]);
  const y = (at: number) => top + rows[at] * ROW;
  const bars: DeploymentBar[] = placed.map(({ bar }, at) => ({
    ...bar,
    ...shown[at],
    early: shown[at].record.startedAt < scale.from,
    y: y(at),
  }));
  const [earlier]: EarlierBar[] = group.map(({ bar }) => ({
    ...bar,
    of: together,
    y: y(placed.length),
  }));
  const count = Math.max(1, ...rows.map(row => row + 1));
  return {
    bars,
    earlier,
    more: alone.length - bars.length,
    bottom: top + count * ROW,
  };
}

function inOrder(data: IncidentResponse, scale: TimeScale): PlacedRole[] {
  return data.records
    .filter(
      (record): record is DeploymentRecord => record.kind === 'deployment',
    )
    .map(record => ({ record, ...roleOf(record, data) }))
    .filter(
      ({ record, role }) =>
        role !== 'other' ||
        ((record.endedAt ?? record.startedAt) >= scale.from &&
          record.startedAt <= scale.to),
    )
    .sort(
      (a, b) =>
        importance.indexOf(a.role) - importance.indexOf(b.role) ||
        b.record.startedAt - a.record.startedAt ||
        a.record.id.localeCompare(b.record.id, 'en'),
    );
}

function barOf(each: PlacedRole, data: IncidentResponse, given: Given) {
  const { record, role } = each;
  const { scale, now, t } = given;
  const end =
    record.endedAt ?? (record.state === 'finished' ? record.startedAt : now);
  const early = record.startedAt < scale.from;
  const x = scale.x(record.startedAt);
  return placeBar({
    x,
    width: Math.max(LEAST, scale.x(end) - x),
    label: deploymentLabel(each, { early, t }),
    bold: role === 'cause',
    linked: role === 'cause' || role === 'candidate',
    inBow:
      role === 'remedy' ||
      data.attribution?.remedy?.undone.includes(record.id) === true,
    ...edges(data, given),
  });
}

function groupOf(of: PlacedRole[], data: IncidentResponse, given: Given) {
  return placeBar({
    x: given.scale.left,
    width: LEAST,
    label: earlierLabel(of, given.t),
    bold: false,
    linked: true,
    inBow: false,
    ...edges(data, given),
  });
}

/** The lines where the impact begins and ends, and the sides of the chart. */
function edges({ incident }: IncidentResponse, { scale }: Given) {
  const { startedAt, endedAt } = incident;
  return {
    lines: [startedAt, ...(endedAt === undefined ? [] : [endedAt])].map(at =>
      scale.x(at),
    ),
    left: scale.left,
    right: scale.right,
  };
}
