import { day, hour, minute } from '../company/time';
import { Chapter } from './Chapter';
import { Rollout } from './deployments';
import { anyInstants } from './workInstants';

/** One incident as the story plans it. */
export interface IncidentPlan {
  startedAt: number;
  minutes: number;
  severity: string;
  /** The rollout that really caused it; absent where none did. */
  cause?: Rollout;
  /** Who names the cause: a person in the review after it, a machine by SHA, or nobody. */
  claim?: 'person' | 'machine';
  /** Back to the version before, inside the incident. */
  rolledBack: boolean;
  reopened: boolean;
  /** A second incident about the same thing, merged into this one. */
  doubled: boolean;
  /** Still open at the end. */
  open: boolean;
}

const severities = ['P1', 'P2', 'P2', 'P3', 'P3', 'P3', 'P4'];

/** Plans the incidents of a service, oldest first. */
export function planIncidents(
  chapter: Chapter,
  rollouts: Rollout[],
): IncidentPlan[] {
  const { service, to } = chapter;
  if (!service.pagerdutyId) return [];
  const shipped = rollouts.filter(
    ({ environment, result }) =>
      environment === 'production' && result === 'success',
  );
  const plans = service.scripted
    ? scriptedIncidents(chapter, shipped)
    : [
        ...causedIncidents(chapter, shipped),
        ...otherIncidents(chapter),
        ...platformIncidents(chapter),
      ];
  // Without one, nobody could tell "nothing broke" from "nobody tells us".
  if (plans.length === 0) {
    plans.push(drawIncident(chapter, chapter.from + (to - chapter.from) / 5));
  }
  return plans
    .filter(({ startedAt }) => startedAt < to - 10 * minute)
    .sort((a, b) => a.startedAt - b.startedAt);
}

function causedIncidents(chapter: Chapter, shipped: Rollout[]): IncidentPlan[] {
  const { service, random } = chapter;
  const { failShare } = service.profile;
  return shipped
    .filter(() => random.chance(failShare))
    .map(cause => {
      const lag = Math.min(Math.max(random.skewed(24), 2), 18 * 60) * minute;
      return {
        ...drawIncident(chapter, cause.startedAt + lag),
        cause,
        claim: random.pick([
          'person',
          'machine',
          undefined,
          undefined,
          undefined,
        ] as const),
        rolledBack: random.chance(0.5),
      };
    });
}

function otherIncidents(chapter: Chapter): IncidentPlan[] {
  const perWeek = chapter.service.profile.otherIncidentsPerMonth / 4.3;
  return anyInstants(chapter, perWeek).map(at => drawIncident(chapter, at));
}

/** One night the network of the platform failed, and every sixth service with it. */
function platformIncidents({ service, from, to }: Chapter): IncidentPlan[] {
  const began = to - 17 * day - 5 * hour;
  if (service.index % 6 !== 2 || began < from) return [];
  return [
    {
      startedAt: began + ((service.index % 7) * minute) / 5,
      minutes: 19 + (service.index % 5),
      severity: 'P1',
      rolledBack: false,
      reopened: false,
      doubled: false,
      open: false,
    },
  ];
}

function drawIncident(chapter: Chapter, startedAt: number): IncidentPlan {
  const { service, random, to } = chapter;
  const minutes = random.skewed(service.profile.restoreMinutes, 0.7);
  return {
    startedAt,
    minutes,
    severity: random.pick(severities),
    rolledBack: false,
    reopened: random.chance(0.08),
    doubled: random.chance(0.05),
    open: startedAt > to - 2 * hour,
  };
}

/** Days before the end, minutes to restore, severity and cause of what happened to the scripted service. */
const script: readonly {
  daysAgo: number;
  minutes: number;
  severity: string;
  by?: 'person' | 'machine' | 'nobody';
  rolledBack?: boolean;
}[] = [
  { daysAgo: 160, minutes: 35, severity: 'P3', by: 'nobody' },
  { daysAgo: 131, minutes: 58, severity: 'P2', by: 'machine' },
  { daysAgo: 112, minutes: 26, severity: 'P3' },
  { daysAgo: 84, minutes: 22, severity: 'P3', by: 'nobody' },
  { daysAgo: 74, minutes: 64, severity: 'P2', by: 'machine' },
  { daysAgo: 66, minutes: 18, severity: 'P3' },
  { daysAgo: 53, minutes: 41, severity: 'P1', by: 'person', rolledBack: true },
  { daysAgo: 33, minutes: 96, severity: 'P2', by: 'nobody' },
  { daysAgo: 25, minutes: 52, severity: 'P2', by: 'machine', rolledBack: true },
  { daysAgo: 11, minutes: 47, severity: 'P2', by: 'nobody' },
  { daysAgo: 4, minutes: 15, severity: 'P3' },
];

function scriptedIncidents(
  chapter: Chapter,
  shipped: Rollout[],
): IncidentPlan[] {
  const { random, from, to } = chapter;
  return script.flatMap(({ daysAgo, minutes, severity, by, rolledBack }) => {
    const wanted = to - daysAgo * day;
    if (wanted < from) return [];
    const cause = by && shipped.filter(r => r.startedAt < wanted).at(-1);
    const startedAt = cause
      ? cause.startedAt + random.int(4, 40) * minute
      : quietMoment(shipped, wanted);
    return {
      startedAt,
      minutes,
      severity,
      cause,
      claim: by === 'nobody' ? undefined : by,
      rolledBack: rolledBack ?? false,
      reopened: daysAgo === 74,
      doubled: daysAgo === 25,
      open: false,
    };
  });
}

/** The next instant with no production rollout in the day before it, so that nothing can be blamed. */
function quietMoment(shipped: Rollout[], wanted: number): number {
  let at = wanted;
  for (const { startedAt, endedAt } of shipped) {
    if (startedAt <= at && at <= endedAt + 25 * hour) at = endedAt + 26 * hour;
  }
  return at;
}
