import {
  Attribution,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { TimeScale } from './scale';
import { middleOfDay, startOfDay } from './ticks';
import { DayBar, DeploymentLane, DeploymentMark, MarkShape } from './types';

/** Past this many deployments a lane shows a bar a day. */
export const MARK_LIMIT = 400;

const PITCH = 11;
const MAX_STACK = 66;
const MIN_HEIGHT = 44;
const LANE_GAP = 14;
const BAR_HEIGHT = 40;

/** What lanes are made from. */
export interface LaneInput {
  deployments: DeploymentRecord[];
  attributions: Attribution[];
  scale: TimeScale;
  zone: string;
  top: number;
}

/**
 * One lane an environment, production last so that it stands next to the
 * incidents; an unknown environment has its own lane and is never production.
 */
export function deploymentLanes(input: LaneInput): DeploymentLane[] {
  const groups = new Map<string | undefined, DeploymentRecord[]>();
  for (const record of input.deployments) {
    const group = groups.get(record.environment) ?? [];
    groups.set(record.environment, [...group, record]);
  }
  // Sorted as pairs, since sort() moves a bare undefined to the end by itself.
  const sorted = [...groups].sort(([a], [b]) => byPlace(a, b));
  let top = input.top;
  return sorted.map(([environment, records]) => {
    const lane = placeLane(records, {
      ...input,
      environment,
      top,
    });
    top += lane.height + LANE_GAP;
    return lane;
  });
}

function byPlace(a: string | undefined, b: string | undefined): number {
  const place = (name: string | undefined) => {
    if (name === 'production') return 2;
    return name === undefined ? 0 : 1;
  };
  return place(a) - place(b) || (a ?? '').localeCompare(b ?? '', 'en');
}

function placeLane(
  records: DeploymentRecord[],
  input: LaneInput & { environment?: string },
): DeploymentLane {
  const crowded = records.length > MARK_LIMIT;
  const days = byDay(records, input.zone);
  const deepest = Math.max(1, ...[...days.values()].map(day => day.length));
  const pitch = Math.min(PITCH, MAX_STACK / deepest);
  const height = crowded
    ? BAR_HEIGHT
    : Math.max(MIN_HEIGHT, 12 + deepest * pitch);
  const baseline = input.top + height;
  return {
    kind: 'deployments',
    environment: input.environment,
    production: input.environment === 'production',
    top: input.top,
    height,
    baseline,
    count: records.length,
    marks: crowded ? [] : stack(days, { ...input, baseline, pitch }),
    bars: crowded ? dayBars(days, { ...input, baseline, deepest }) : [],
  };
}

function byDay(records: DeploymentRecord[], zone: string) {
  const days = new Map<number, DeploymentRecord[]>();
  const sorted = [...records].sort((a, b) => a.startedAt - b.startedAt);
  for (const record of sorted) {
    const day = startOfDay(record.startedAt, zone);
    days.set(day, [...(days.get(day) ?? []), record]);
  }
  return days;
}

type Days = Map<number, DeploymentRecord[]>;

function stack(
  days: Days,
  input: LaneInput & { baseline: number; pitch: number },
): DeploymentMark[] {
  return [...days].flatMap(([day, records]) => {
    const x = input.scale.x(middleOfDay(day, input.zone));
    // A failed change stands at the foot of its day, where its link begins.
    const marks = records
      .map(record => {
        const charges = chargesOf(record, input.attributions);
        return { record, charges, shape: shapeOf(record, charges) };
      })
      .sort(
        (a, b) => Number(b.shape === 'failed') - Number(a.shape === 'failed'),
      );
    return marks.map((mark, row) => ({
      ...mark,
      id: mark.record.id,
      x,
      y: input.baseline - 6 - row * input.pitch,
    }));
  });
}

function dayBars(
  days: Days,
  input: LaneInput & { baseline: number; deepest: number },
): DayBar[] {
  return [...days].map(([day, records]) => {
    const x = input.scale.x(day);
    const next = input.scale.x(middleOfDay(day, input.zone)) * 2 - x;
    const height = Math.max(
      2,
      (records.length / input.deepest) * (BAR_HEIGHT - 6),
    );
    return {
      id: `day ${day}`,
      day,
      x,
      width: Math.max(1, next - x - 1),
      y: input.baseline - height,
      height,
      count: records.length,
      failed: records.filter(
        record => chargesOf(record, input.attributions).length > 0,
      ).length,
    };
  });
}

function chargesOf(record: DeploymentRecord, attributions: Attribution[]) {
  return attributions.filter(({ cause }) => cause === record.id);
}

/** The shape of a deployment: charged with an incident, never finished well, under way, or held. */
export function shapeOf(
  record: DeploymentRecord,
  charges: Attribution[],
): MarkShape {
  if (charges.length > 0) return 'failed';
  if (record.result !== undefined && record.result !== 'success')
    return 'never';
  return record.state === 'finished' ? 'held' : 'running';
}
