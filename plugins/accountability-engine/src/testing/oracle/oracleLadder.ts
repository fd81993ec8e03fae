import {
  AttributionMethod,
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import {
  gotThrough,
  History,
  inOrder,
  isBefore,
  latest,
  oldest,
  reach,
  sameAsRunning,
  skew,
  touchedProduction,
} from './history';
import { claimInTitle, oracleClaim } from './oracleClaim';
import { isDuring, OracleRemedy, oracleRemedy } from './oracleRemedy';

/** What the ladder says of one incident, without words. */
export interface OracleAnswer {
  method: AttributionMethod;
  cause?: string;
  causeService?: string;
  /** Kind, record and undone range of what made the cause good. */
  remedy?: { kind: string; record: string; undone: string[] };
}

interface Asked {
  incident: IncidentRecord & { at: number };
  remedies: OracleRemedy[];
  history: History;
}

type Found = OracleAnswer | undefined;

/** The evidence ladder of the service itself, by looking at everything for every incident. */
export function oracleLadder(history: History): Map<string, OracleAnswer> {
  const counted = history.incidents.filter(one => one.mergedInto === undefined);
  return new Map(counted.map(one => [one.id, answer(one, history)]));
}

function answer(incident: IncidentRecord, history: History): OracleAnswer {
  const { profile, now } = history;
  const { startedAt, episodes } = incident;
  const opened = episodes.length > 0 ? episodes[0].from : startedAt;
  const at = profile.incidentFrom === 'impact' ? startedAt : opened;
  const remedies = inOrder([...history.deployments])
    .flatMap(one => oracleRemedy(one, history) ?? [])
    .filter(remedy => isDuring(remedy, incident, now));
  const asked = { incident: { ...incident, at }, remedies, history };
  const has = (method: 'explicit' | 'linked' | 'remediation' | 'temporal') =>
    profile.rungs.includes(method);
  return (
    byDecision(asked) ??
    (has('explicit') ? byPerson(asked) : undefined) ??
    (has('linked') ? byMachine(asked) : undefined) ??
    (has('remediation') ? byRemedy(asked) : undefined) ??
    (has('temporal') ? byTime(asked) : undefined) ?? { method: 'none' }
  );
}

function byDecision({ incident, history, remedies }: Asked): Found {
  const decision = history.overrides.find(one => one.incident === incident.id);
  if (!decision) return undefined;
  const { cause } = decision;
  if (!cause) return { method: 'explicit' };
  return {
    method: 'explicit',
    cause: cause.record.id,
    ...(cause.service && { causeService: cause.service }),
    ...undoneLater(cause.record, remedies),
  };
}

function byPerson({ incident, history, remedies }: Asked): Found {
  if (incident.cause?.by !== 'person') return undefined;
  const cause = oracleClaim(incident.cause, incident, history);
  return cause && charged('explicit', cause, remedies);
}

function byMachine({ incident, history, remedies }: Asked): Found {
  const { at, chain, title = '' } = incident;
  const claim = incident.cause?.by === 'machine' ? incident.cause : undefined;
  const written = claimInTitle(title);
  const chained = history.deployments.filter(
    one =>
      touchedProduction(one) &&
      chain !== undefined &&
      one.chain === chain &&
      one.startedAt >= at - reach,
  );
  const cause =
    (claim && oracleClaim(claim, incident, history)) ??
    (written && oracleClaim(written, incident, history)) ??
    latest(chained.filter(({ startedAt }) => startedAt <= at)) ??
    oldest(
      chained.filter(
        ({ startedAt }) => startedAt > at && startedAt <= at + skew,
      ),
    );
  return cause && charged('linked', cause, remedies);
}

/** The first that goes back, else the first hotfix; but a rollback that went further back over it. */
function byRemedy({ incident, remedies }: Asked): Found {
  const { at } = incident;
  const said = remedies.flatMap(remedy => {
    const possible = remedy.undone.filter(
      ({ startedAt }) => startedAt <= at && startedAt >= at - reach,
    );
    const cause = oldest(possible.filter(gotThrough)) ?? oldest(possible);
    return cause ? [{ remedy, cause }] : [];
  });
  if (said.length === 0) return undefined;
  const first = said.find(({ remedy }) => remedy.kind !== 'hotfix') ?? said[0];
  const taken = said.reduce(
    (best, { remedy, cause }) =>
      remedy.kind === 'rollback' &&
      remedy.undone.some(({ id }) => id === best.cause.id) &&
      isBefore(cause, best.cause)
        ? { remedy, cause }
        : best,
    first,
  );
  return {
    method: 'remediation',
    cause: taken.cause.id,
    remedy: told(taken.remedy),
  };
}

/** The latest by its anchor that had begun, had not ended longer than W ago, and was a change. */
function byTime({ incident, history, remedies }: Asked): Found {
  const { at } = incident;
  const burst = history.bursts.find(one => one.incident === incident.id);
  const apart = history.profile.bursts === 'apart';
  if (apart && burst && burst.cascade !== 'root') return undefined;
  const { anchor, comparator, redeploys, results } = history.profile;
  const window = history.profile.windowMs ?? Infinity;
  const earliest =
    window === Infinity ? -Infinity : at - Math.max(reach, window);
  const possible = streams(history).flatMap(({ service, ...stream }) =>
    stream.counted
      .filter(touchedProduction)
      .filter(one => results === 'reached' || gotThrough(one))
      .filter(one => anchor === 'started' || one.state === 'finished')
      .filter(one => {
        const same = sameAsRunning(one, stream.deployments);
        return redeploys || !same || same.startedAt < earliest;
      })
      .map(one => {
        const end = Math.max(one.startedAt, one.endedAt ?? one.startedAt);
        const anchorAt = anchor === 'started' ? one.startedAt : end;
        return { one, service, end, anchorAt };
      }),
  );
  const near = possible.filter(
    ({ one, end, anchorAt }) =>
      (comparator === 'before' ? anchorAt < at : anchorAt <= at) &&
      at <= end + window &&
      one.startedAt >= earliest,
  );
  const taken = near.find(each =>
    near.every(
      other =>
        other === each ||
        other.anchorAt < each.anchorAt ||
        (other.anchorAt === each.anchorAt && isBefore(other.one, each.one)),
    ),
  );
  if (!taken) return undefined;
  const { one, service } = taken;
  return {
    ...charged('temporal', one, remedies),
    ...(service && { causeService: service }),
  };
}

interface Stream {
  service?: string;
  deployments: readonly DeploymentRecord[];
}

/** The service itself and those whose deployments compete with its own; what belongs to several counts for the first. */
function streams({ deployments, peers }: History) {
  const all: Stream[] = [{ deployments }];
  const others = peers.filter(({ relation }) => relation === 'scope');
  for (const ref of others.map(({ entityRef }) => entityRef).sort()) {
    for (const peer of others.filter(({ entityRef }) => entityRef === ref)) {
      all.push({ service: ref, deployments: peer.deployments });
    }
  }
  return all.map(({ service, deployments: own }, index) => {
    const earlier = all.slice(0, index).flatMap(one => one.deployments);
    const counted = own.filter(({ id }) => earlier.every(one => one.id !== id));
    return { service, deployments: own, counted };
  });
}

function charged(
  method: AttributionMethod,
  cause: DeploymentRecord,
  remedies: readonly OracleRemedy[],
): OracleAnswer {
  return { method, cause: cause.id, ...undoneLater(cause, remedies) };
}

function undoneLater(
  cause: DeploymentRecord,
  remedies: readonly OracleRemedy[],
) {
  const remedy = remedies.find(({ undone }) =>
    undone.some(({ id }) => id === cause.id),
  );
  return remedy ? { remedy: told(remedy) } : {};
}

function told({ kind, by, undone }: OracleRemedy) {
  return { kind, record: by.id, undone: undone.map(({ id }) => id) };
}
