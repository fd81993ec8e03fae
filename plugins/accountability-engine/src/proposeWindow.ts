import {
  Attribution,
  AttributionMethod,
  DeploymentRecord,
  KnownLag,
  WindowProposal,
} from 'backstage-plugin-accountability-common';
import {
  DAY,
  formatDuration,
  HOUR,
  percentile,
  quantileInterval,
} from './time';

/** Links that say by themselves what was the cause; those by time would only find W again. */
const telling: readonly AttributionMethod[] = [
  'explicit',
  'linked',
  'remediation',
];

const leastLinks = 10;

/** Where known causes are looked for. */
export interface LagsInput {
  attributions: Iterable<Attribution>;
  /** Deployments that the links charge; a link to another is left out. */
  deployments: readonly DeploymentRecord[];
  /** The instant of a link's incident that W is compared with; default its impact. */
  startOf?(link: Attribution): number;
}

/** What W is proposed from. */
export interface ProposeInput extends LagsInput {
  /** W where nothing better is known; absent where there is none. */
  defaultMs?: number;
}

/**
 * Proposes W, how long after its end a deployment may be charged by time alone,
 * from how long that took where the cause is known from elsewhere: the 95th
 * percentile of impact less end of the rollout, in whole hours.
 */
export function proposeWindow(input: ProposeInput): WindowProposal {
  const lags = knownLags(input).map(({ lagMs }) => lagMs);
  const { low, high } = quantileInterval(lags, 0.95);
  const base = {
    sampleSize: lags.length,
    interval: {
      ...(low !== undefined && { lowMs: low }),
      ...(high !== undefined && { highMs: high }),
    },
  };
  const p95 = percentile(lags, 0.95);
  if (p95 === undefined || lags.length < leastLinks) {
    return { ...base, ...unsure(lags.length, input.defaultMs) };
  }
  // Interpolation leaves a rounding noise that must not cost an hour.
  const windowMs = Math.max(1, Math.ceil(Math.round(p95) / HOUR)) * HOUR;
  return {
    ...base,
    status: 'proposed',
    windowMs,
    because: `95 % of ${
      lags.length
    } known causes showed within ${formatDuration(
      p95,
    )} of the end of their rollout, so W of ${inHours(
      windowMs,
    )} is proposed; ${howSure(base.interval)}.`,
  };
}

/**
 * The lags that W is proposed from, newest first: of every incident whose cause
 * is known from elsewhere than time, how long after the end of that rollout it
 * began.
 */
export function knownLags(input: LagsInput): KnownLag[] {
  const { startOf = link => link.incidentStartedAt } = input;
  const byId = new Map(input.deployments.map(one => [one.id, one]));
  const lags: KnownLag[] = [];
  for (const link of input.attributions) {
    const { method, cause, incident } = link;
    const deployment = telling.includes(method) && cause && byId.get(cause);
    if (!deployment) continue;
    const at = startOf(link);
    lags.push({
      incident,
      cause: deployment.id,
      method,
      at,
      lagMs: lagOf(deployment, at),
    });
  }
  return lags.sort((a, b) => b.at - a.at || (a.incident < b.incident ? -1 : 1));
}

/** The same end that W is counted from when a deployment is charged by time: where nobody told of one, the start. */
function lagOf({ startedAt, endedAt }: DeploymentRecord, at: number): number {
  return Math.max(0, at - Math.max(startedAt, endedAt ?? startedAt));
}

function unsure(
  known: number,
  windowMs: number | undefined,
): Pick<WindowProposal, 'status' | 'windowMs' | 'because'> {
  const stays =
    windowMs === undefined
      ? 'there stays none'
      : `W stays ${inHours(windowMs)}`;
  return {
    status: 'unsure',
    ...(windowMs !== undefined && { windowMs }),
    because: `${
      known === 1 ? '1 cause is' : `${known} causes are`
    } known from people, links or remedies; a proposal needs at least ${leastLinks}, so ${stays}.`,
  };
}

/** W as people name it: 24 h, not 1 d. */
function inHours(ms: number): string {
  const whole = ms % HOUR === 0 && ms <= 2 * DAY;
  return whole ? `${ms / HOUR} h` : formatDuration(ms);
}

function howSure({ lowMs, highMs }: WindowProposal['interval']): string {
  const low = lowMs === undefined ? undefined : formatDuration(lowMs);
  if (highMs === undefined) {
    const least = low === undefined ? 'may be any' : `is at least ${low}`;
    return `with so few the true one ${least} and has no known upper bound, so take it as a rough guide`;
  }
  const range = low === undefined ? 'at most' : `${low} to`;
  return `the true one is ${range} ${formatDuration(highMs)} at 95 %`;
}
