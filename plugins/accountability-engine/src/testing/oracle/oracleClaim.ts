import {
  CauseClaim,
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import {
  broughtBy,
  History,
  isSameCommit,
  latest,
  oldest,
  reach,
  skew,
  touched,
} from './history';

type Given = Pick<History, 'deployments' | 'now'>;

/**
 * What a claim names: a record at its word, else what first brought the
 * commit, artifact or version before the impact; in production rather than in
 * an environment that is unknown, before rather than just after.
 */
export function oracleClaim(
  claim: CauseClaim,
  incident: IncidentRecord & { at: number },
  given: Given,
): DeploymentRecord | undefined {
  const { at } = incident;
  const possible = given.deployments.filter(
    one =>
      touched(one) &&
      (one.environment === undefined || one.environment === 'production') &&
      one.startedAt >= at - reach,
  );
  const until = Math.max(at, incident.endedAt ?? given.now);
  const record = possible.find(
    ({ id, startedAt }) => id === claim.record && startedAt <= until,
  );
  if (record) return record;
  const { sha, artifact, version } = claim;
  return (
    pick(
      possible.filter(one => sha && one.sha && isSameCommit(one.sha, sha)),
      at,
      given,
    ) ??
    pick(
      possible.filter(one => artifact && one.artifact === artifact),
      at,
      given,
    ) ??
    pick(
      possible.filter(one => version && one.version === version),
      at,
      given,
    )
  );
}

function pick(
  named: readonly DeploymentRecord[],
  at: number,
  given: Given,
): DeploymentRecord | undefined {
  const before = named.filter(({ startedAt }) => startedAt <= at);
  const after = named.filter(
    ({ startedAt }) => startedAt > at && startedAt <= at + skew,
  );
  const sure = ({ environment }: DeploymentRecord) => environment !== undefined;
  const found =
    latest(before.filter(sure)) ??
    latest(before) ??
    oldest(after.filter(sure)) ??
    oldest(after);
  if (!found?.environment) return found;
  return whatBrought(found, at, given);
}

function whatBrought(
  found: DeploymentRecord,
  at: number,
  given: Given,
): DeploymentRecord {
  return broughtBy(found, given.deployments, at);
}

/** `root cause:` and what follows it in a title; a word without a digit is prose. */
export function claimInTitle(title: string): CauseClaim | undefined {
  const after = /root[ -]?cause\s*:\s*(.*)$/i.exec(title)?.[1] ?? '';
  const word = after
    .replace(/^[`'"([]/, '')
    .split(/[^\w.+/@:-]/)[0]
    .replace(/[.:]+$/, '');
  if (word.length < 3 || !/\d/.test(word)) return undefined;
  if (/^\d{7,64}$/.test(word)) {
    return { by: 'machine', sha: word, version: word };
  }
  return /^[0-9a-f]{7,64}$/i.test(word)
    ? { by: 'machine', sha: word }
    : { by: 'machine', version: word };
}
