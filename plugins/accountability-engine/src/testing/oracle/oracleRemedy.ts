import {
  ChangeRecord,
  DeploymentRecord,
  IncidentRecord,
  RemedyKind,
} from 'backstage-plugin-accountability-common';
import {
  broughtBy,
  gotThrough,
  History,
  inOrder,
  isBefore,
  isSameCommit,
  latest,
  oldest,
  reach,
  runningBefore,
  sameAsRunning,
  skew,
  touchedProduction,
  whatOf,
} from './history';
import { oracleContents } from './oracleContents';

/** A deployment that made something good, and what it undid, oldest first. */
export interface OracleRemedy {
  kind: RemedyKind;
  by: DeploymentRecord;
  undone: DeploymentRecord[];
}

type Given = Pick<History, 'deployments' | 'changes' | 'hotfixTitle'>;

/** What one deployment made good, from the definitions of rollback, revert and hotfix. */
export function oracleRemedy(
  by: DeploymentRecord,
  given: Given,
): OracleRemedy | undefined {
  if (!touchedProduction(by)) return undefined;
  if (by.state === 'finished' && !gotThrough(by)) return undefined;
  const undone = wentBackOver(by, given.deployments);
  if (undone.length > 0) return { kind: 'rollback', by, undone };
  const changes = broughtWith(by, given);
  const reverted = changes.flatMap(
    ({ reverts }) => (reverts && whoBrought(reverts, by, given)) || [],
  );
  if (reverted.length > 0) {
    return { kind: 'revert', by, undone: inOrder([...new Set(reverted)]) };
  }
  const running = runningBefore(by, given.deployments);
  const mends = changes.some(
    change => change.hotfix ?? given.hotfixTitle.test(change.title ?? ''),
  );
  if (!mends || !running || running.startedAt < by.startedAt - reach) {
    return undefined;
  }
  const first = broughtBy(running, given.deployments, by.startedAt);
  return { kind: 'hotfix', by, undone: [first] };
}

/** V1, V2, V3, V1 goes back over V2 and V3; a source that says it goes back, over what ran. */
function wentBackOver(
  by: DeploymentRecord,
  all: readonly DeploymentRecord[],
): DeploymentRecord[] {
  const target = latest(
    all.filter(
      one =>
        touchedProduction(one) &&
        gotThrough(one) &&
        isBefore(one, by) &&
        whatOf(one) !== undefined &&
        whatOf(one) === whatOf(by),
    ),
  );
  if (target && target.startedAt >= by.startedAt - reach) {
    const between = all.filter(
      one =>
        touchedProduction(one) &&
        isBefore(target, one) &&
        isBefore(one, by) &&
        whatOf(one) !== undefined &&
        whatOf(one) !== whatOf(by),
    );
    if (between.length > 0) return inOrder(between);
  }
  const running = runningBefore(by, all);
  if (!by.rollback || !running || sameAsRunning(by, all)) return [];
  return running.startedAt >= by.startedAt - reach ? [running] : [];
}

function broughtWith(by: DeploymentRecord, given: Given): ChangeRecord[] {
  if (!gotThrough(by) || by.environment !== 'production') return [];
  const production = given.deployments.filter(
    one => one.environment === 'production',
  );
  const contents = oracleContents(by, production, given.changes);
  return Array.isArray(contents) ? contents : [];
}

/** The deployment that brought a change before another came; else the first of just its commit. */
function whoBrought(
  change: string,
  by: DeploymentRecord,
  given: Given,
): DeploymentRecord | undefined {
  const couldBe = (one: DeploymentRecord) =>
    isBefore(one, by) && one.startedAt >= by.startedAt - reach;
  const having = (isIt: (one: ChangeRecord) => boolean) =>
    oldest(
      given.deployments.filter(
        one => touchedProduction(one) && broughtWith(one, given).some(isIt),
      ),
    );
  const brought =
    having(({ id }) => id === change) ??
    having(({ sha }) => sha !== undefined && isSameCommit(sha, change));
  if (brought) return couldBe(brought) ? brought : undefined;
  const just = given.deployments.filter(
    one =>
      touchedProduction(one) &&
      couldBe(one) &&
      one.sha !== undefined &&
      isSameCommit(one.sha, change),
  );
  return oldest(just.filter(gotThrough)) ?? oldest(just);
}

/** Whether a remedy began while an incident was open, or a little before where it goes back. */
export function isDuring(
  { kind, by, undone }: OracleRemedy,
  incident: IncidentRecord,
  now: number,
): boolean {
  const at = by.startedAt;
  const before = latest(undone)?.startedAt ?? -Infinity;
  const race = kind === 'rollback' && !by.rollback && at - before <= skew;
  const early = kind === 'hotfix' || race ? 0 : skew;
  return incident.episodes.some((episode, index) => {
    const opened =
      index === 0
        ? incident.startedAt
        : Math.max(episode.from, incident.startedAt);
    const inTime = at > opened || (early > 0 && at >= opened - early);
    return inTime && at <= (episode.to ?? now);
  });
}
