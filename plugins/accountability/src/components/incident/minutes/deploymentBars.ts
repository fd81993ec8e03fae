import {
  DeploymentRecord,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';
import { refName } from '../../reading';
import { TimeScale } from '../../timeline/layout/scale';
import { recordName } from '../../timeline/recordName';
import { packRows } from './packRows';

/** Height of a bar, px. */
export const BAR = 16;

const ROW = 28;
const LETTER = 6.8;
const LEAST = 6;

/** Letters that the drawing adds: the day of an early one, the word of a remedy. */
const EARLY = 14;
const REMEDY = 9;

/** Deployments drawn at most; the table has them all. */
export const DRAWN = 14;

/** What a deployment is to the incident. */
export type DeploymentRole =
  | 'cause'
  | 'remedy'
  | 'undone'
  | 'candidate'
  | 'other';

const importance: DeploymentRole[] = [
  'cause',
  'remedy',
  'undone',
  'candidate',
  'other',
];

/** One deployment as a bar from its start to its end. */
export interface DeploymentBar {
  record: DeploymentRecord;
  role: DeploymentRole;
  /** Entity ref, where it is of another service. */
  service?: string;
  confidence?: number;
  /** True where it began before the chart and stands at its edge. */
  early: boolean;
  label: string;
  side: 'left' | 'right';
  x: number;
  width: number;
  y: number;
}

/** Deployments in as many rows as they need; those that matter most first, so that they are drawn where many are. */
export function deploymentBars(
  data: IncidentResponse,
  given: { scale: TimeScale; top: number; now: number },
) {
  const { scale, top, now } = given;
  const impact = scale.x(data.incident.startedAt);
  const all = data.records
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
  const placed = all
    .slice(0, DRAWN)
    .map(each => place(each, scale, { now, impact }));
  const rows = packRows(placed.map(({ extent }) => extent));
  const bars: DeploymentBar[] = placed.map(({ bar }, at) => ({
    ...bar,
    y: top + rows[at] * ROW,
  }));
  const count = Math.max(1, ...rows.map(row => row + 1));
  return { bars, more: all.length - bars.length, bottom: top + count * ROW };
}

type Placed = ReturnType<typeof roleOf> & { record: DeploymentRecord };

function place(
  each: Placed,
  scale: TimeScale,
  given: { now: number; impact: number },
) {
  const { record } = each;
  const { now, impact } = given;
  const x = scale.x(record.startedAt);
  const end = scale.x(
    record.endedAt ?? (record.state === 'finished' ? record.startedAt : now),
  );
  const width = Math.max(LEAST, end - x);
  const label = labelOf(each);
  const early = record.startedAt < scale.from;
  const more = (early ? EARLY : 0) + (each.role === 'remedy' ? REMEDY : 0);
  const text = (label.length + more) * LETTER + 12;
  const right = x + width;
  // No word over the line where the impact begins, nor past the edge.
  const blocked =
    right + text > scale.right || (right <= impact && right + text > impact);
  const side: 'left' | 'right' =
    blocked && x - text > scale.left ? 'left' : 'right';
  const extent =
    side === 'right'
      ? { from: x, to: x + width + text }
      : { from: x - text, to: x + width };
  return {
    extent,
    bar: {
      ...each,
      x,
      width,
      label,
      side,
      early,
    },
  };
}

function roleOf(
  record: DeploymentRecord,
  { attribution }: IncidentResponse,
): { role: DeploymentRole; service?: string; confidence?: number } {
  const { id } = record;
  if (attribution?.cause === id) {
    return {
      role: 'cause',
      service: attribution.causeService,
      confidence: attribution.confidence,
    };
  }
  if (attribution?.remedy?.record === id) return { role: 'remedy' };
  if (attribution?.remedy?.undone.includes(id)) return { role: 'undone' };
  const candidate = attribution?.candidates.find(each => each.record === id);
  return candidate
    ? {
        role: 'candidate',
        service: candidate.service,
        confidence: candidate.confidence,
      }
    : { role: 'other' };
}

function labelOf({ record, service }: Placed): string {
  const name = recordName(record);
  const short = name.length > 24 ? `${name.slice(0, 23)}…` : name;
  const of = service ? `${refName(service)} ` : '';
  const where =
    record.environment === 'production' ? '' : `, ${record.environment ?? '?'}`;
  return `${of}${short}${where}`;
}
