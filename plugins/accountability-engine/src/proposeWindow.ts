import {
  Attribution,
  AttributionMethod,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { formatDuration, HOUR, percentile, quantileInterval } from './time';

/** Links that say by themselves what was the cause; those by time would only find W again. */
const telling: readonly AttributionMethod[] = [
  'explicit',
  'linked',
  'remediation',
];

const leastLinks = 10;

/** A proposal for W of one service, and how sure it is. */
export interface WindowProposal {
  /** `unsure` proposes nothing but the default. */
  status: 'proposed' | 'unsure';
  windowMs: number;
  /** Number of links it comes of. */
  sampleSize: number;
  /** 95 % interval of the 95th percentile of the lags, milliseconds; a bound is absent where there are too few to have one. */
  interval: { lowMs?: number; highMs?: number };
  /** One sentence. */
  because: string;
}

/** What W is proposed from. */
export interface ProposeInput {
  attributions: Iterable<Attribution>;
  /** Deployments that the links charge; a link to another is left out. */
  deployments: readonly DeploymentRecord[];
  /** W where nothing better is known. */
  defaultMs: number;
}

/**
 * Proposes W, how long after its end a deployment may be charged by time alone,
 * from how long that took where the cause is known from elsewhere: the 95th
 * percentile of impact less end of the rollout, in whole hours.
 */
export function proposeWindow(input: ProposeInput): WindowProposal {
  const lags = lagsOf(input);
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
    return {
      ...base,
      status: 'unsure',
      windowMs: input.defaultMs,
      because: `${
        lags.length
      } causes are known from people, links or remedies; a proposal needs at least ${leastLinks}, so W stays ${formatDuration(
        input.defaultMs,
      )}.`,
    };
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
    )} of the end of their rollout, so W of ${formatDuration(
      windowMs,
    )} is proposed; ${howSure(base.interval)}.`,
  };
}

function lagsOf({ attributions, deployments }: ProposeInput): number[] {
  const byId = new Map(deployments.map(one => [one.id, one]));
  const lags: number[] = [];
  for (const { method, cause, incidentStartedAt } of attributions) {
    const deployment = telling.includes(method) && cause && byId.get(cause);
    if (!deployment) continue;
    // While a rollout goes on it does harm at once.
    const end = deployment.endedAt ?? incidentStartedAt;
    lags.push(Math.max(0, incidentStartedAt - end));
  }
  return lags;
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
