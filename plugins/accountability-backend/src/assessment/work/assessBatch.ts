import { Knex } from 'knex';
import { dayOf } from '../../database/dayOf';
import { Claim } from '../queue/Claim';
import {
  FinishedClaim,
  dropClaims,
  finishClaims,
  retryAt,
} from '../queue/finishClaims';
import { Held, lockClaims } from '../queue/lockClaims';
import { markEachDue } from '../queue/markEachDue';
import { keepTemplate } from '../template/keepTemplate';
import { PolicyTemplate, templateOf } from '../template/PolicyTemplate';
import { Outcome, assessInputs } from './assessInputs';
import { Judgement, readInputs } from './readInputs';
import { joinChanges, noChanges } from './Results';
import { supersede } from './diffAttributions';
import { diffResults } from './diffResults';
import { findCharged } from './findCharged';
import { PoolWork } from './pools/PoolWork';
import { gatherPools } from './pools/gatherPools';
import { storePools } from './pools/storePools';
import { Compared, readBurstMates } from './readBurstMates';
import { readGoneLinks } from './readGoneLinks';
import { readPrevious } from './readPrevious';
import { readSharing } from './readSharing';
import { Turned, turnedOf } from './Turned';
import { writeResults } from './writeResults';

const dayMs = 86_400_000;

interface Batch {
  claims: readonly Claim[];
  lease: string;
  now: number;
  judgement: Judgement;
}

/** What came of a batch. */
export interface BatchResult {
  /** Claims that failed; their services are tried again later. */
  troubles: FinishedClaim[];
  turned: Turned[];
}

/**
 * Assesses claimed services: one read, one pure call each, one transaction of
 * writes. One that fails holds up no other. Throws where the database does.
 */
export async function assessBatch(
  knex: Knex,
  batch: Batch,
): Promise<BatchResult> {
  const { claims, now } = batch;
  const inputs = await readInputs(knex, {
    ...batch.judgement,
    entityRefs: claims.map(claim => claim.entityRef),
    now,
  });
  const pools = await gatherPools(knex, {
    ...batch.judgement,
    entityRefs: claims.map(claim => claim.entityRef),
    records: inputs.map(({ input }) => input.records),
    now,
  });
  const { outcomes, troubles } = await assessInputs(inputs, {
    ...batch,
    pools,
  });
  const finished = claims.flatMap((claim): FinishedClaim[] => {
    const trouble = troubles.get(claim.entityRef);
    if (trouble !== undefined) {
      return [{ claim, dueAt: retryAt(now, claim.attempts), trouble }];
    }
    const outcome = outcomes.get(claim.entityRef);
    if (!outcome) return [];
    const { nextDueAt = now + dayMs } = outcome.assessment;
    const dueAt = Math.min(nextDueAt, outcome.retryAt ?? Infinity);
    return [{ claim, dueAt: Math.max(dueAt, now + 1) }];
  });
  const turned = await knex.transaction(trx =>
    store(trx, batch, { outcomes, finished, pools }),
  );
  const failed = finished.filter(({ trouble }) => trouble !== undefined);
  return { troubles: failed, turned };
}

async function store(
  trx: Knex,
  { claims, lease, now, judgement: { policy } }: Batch,
  work: {
    outcomes: ReadonlyMap<string, Outcome>;
    finished: readonly FinishedClaim[];
    pools: PoolWork;
  },
): Promise<Turned[]> {
  // Only who holds a claim writes these, so they may be read before it is locked.
  const template = templateOf(policy);
  await keepTemplate(trx, { digest: policy.digest, template });
  const outcomes = [...work.outcomes.values()];
  const compared = await compare(trx, outcomes, { now, template });
  const entityRefs = claims.map(claim => claim.entityRef);
  const charged = compared.flatMap(({ changes, before }) => [
    ...findCharged(changes, { before, today: now }).keys(),
  ]);
  const sharing = await readSharing(trx, [...new Set(charged)]);
  const today = now - (now % dayMs);
  const mates = await readBurstMates(trx, compared, { today });
  const also = [...[...sharing.values()].flat(), ...mates.keys()];
  const held = await lockClaims(trx, { lease, entityRefs, also });
  const mine = compared.filter(({ entityRef }) => held.has(entityRef));
  await writeResults(trx, joinChanges(mine.map(({ changes }) => changes)));
  await storePools(trx, { ...work.pools, held, now });
  const { gone, back } = splitGone(claims, { held, finished: work.finished });
  await finishClaims(trx, { lease, finished: [...work.finished, ...back] });
  await dropClaims(trx, { lease, entityRefs: gone });
  // Whom a link charges anew, or no more, has other failed changes now.
  const restateFrom = joinCharged(
    [
      ...mine.map(({ entityRef, changes, before }) =>
        findCharged(changes, {
          before,
          restateFrom: held.get(entityRef)?.restateFrom,
          today,
        }),
      ),
      mates,
    ],
    sharing,
  );
  await markEachDue(trx, { dueAt: now, restateFrom });
  return mine.flatMap(({ entityRef, changes }) => turnedOf(entityRef, changes));
}

async function compare(
  trx: Knex,
  outcomes: readonly Outcome[],
  { now, template }: { now: number; template: PolicyTemplate },
): Promise<Compared[]> {
  const previous = await readPrevious(trx, {
    entityRefs: outcomes.map(({ assessment }) => assessment.entityRef),
    incidents: outcomes.flatMap(({ incidents }) => incidents.map(i => i.id)),
    day: dayOf(now),
  });
  const compared = outcomes.map(outcome => {
    const { entityRef } = outcome.assessment;
    const merged = outcome.incidents.filter(incident => incident.merged);
    const changes = noChanges();
    diffResults(
      {
        ...outcome,
        template,
        previous: previous(entityRef),
        merged: new Set(merged.map(incident => incident.id)),
      },
      changes,
    );
    const before = previous(entityRef).attributions;
    return { entityRef, changes, before, incidents: outcome.incidents };
  });
  // Where the same was measured, no incident went.
  const goneLinks = await readGoneLinks(
    trx,
    compared.filter(
      ({ changes: { assessments, measured } }) =>
        assessments.length + measured.length > 0,
    ),
  );
  for (const row of goneLinks) {
    const of = compared.find(one => one.entityRef === row.entity_ref);
    if (of) supersede(row, now, of.changes);
  }
  return compared;
}

/** Charged services of several at once, with those that share a subject with them: a deployment of it is theirs, too. */
function joinCharged(
  all: readonly ReadonlyMap<string, number | undefined>[],
  sharing: ReadonlyMap<string, readonly string[]>,
): Map<string, number | undefined> {
  const joined = new Map<string, number | undefined>();
  for (const [charged, from = Infinity] of all.flatMap(one => [...one])) {
    for (const ref of sharing.get(charged) ?? [charged]) {
      const earliest = Math.min(from, joined.get(ref) ?? Infinity);
      joined.set(ref, earliest === Infinity ? undefined : earliest);
    }
  }
  return joined;
}

/** Claimed services that the catalog had not: those to drop, and those made due since, because they came back. */
function splitGone(
  claims: readonly Claim[],
  {
    held,
    finished,
  }: { held: Map<string, Held>; finished: readonly FinishedClaim[] },
) {
  const done = new Set(finished.map(({ claim }) => claim.entityRef));
  const missing = claims.filter(claim => !done.has(claim.entityRef));
  const isBack = (claim: Claim) =>
    held.get(claim.entityRef)?.version !== claim.version;
  return {
    gone: missing.filter(claim => !isBack(claim)).map(c => c.entityRef),
    back: missing.filter(isBack).map(claim => ({ claim, dueAt: 0 })),
  };
}
