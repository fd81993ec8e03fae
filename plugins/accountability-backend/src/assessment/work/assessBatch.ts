import { setImmediate } from 'timers/promises';
import { Assessment } from 'backstage-plugin-accountability-common';
import { assess } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { Claim } from '../queue/Claim';
import {
  FinishedClaim,
  dropClaims,
  finishClaims,
  retryAt,
} from '../queue/finishClaims';
import { lockClaims } from '../queue/lockClaims';
import { markDue } from '../queue/markDue';
import { Assessed, Judgement, ServiceInputs, readInputs } from './readInputs';
import { PreviousResults, noChanges } from './Results';
import { diffResults } from './diffResults';
import { dayOf } from './diffSnapshots';
import { readPrevious } from './readPrevious';
import { writeResults } from './writeResults';

/** Services assessed before other work of the process gets its turn. */
const servicesPerTurn = 50;
const dayMs = 86_400_000;

interface Batch {
  claims: readonly Claim[];
  lease: string;
  now: number;
  judgement: Judgement;
}

/** An assessed service, and its incidents as the tables want to know them. */
type Outcome = Assessed & { incidents: { id: string; merged: boolean }[] };

/**
 * Assesses claimed services: one read, one pure call each, one transaction of
 * writes. Gives the claims that failed; their services are tried again later,
 * and the others are not held up. Throws where the database does.
 */
export async function assessBatch(
  knex: Knex,
  batch: Batch,
): Promise<FinishedClaim[]> {
  const { claims, now } = batch;
  const inputs = await readInputs(knex, {
    ...batch.judgement,
    entityRefs: claims.map(claim => claim.entityRef),
    now,
  });
  const outcomes = new Map<string, Outcome>();
  const troubles = new Map<string, string>();
  for (let i = 0; i < inputs.length; i++) {
    if (i > 0 && i % servicesPerTurn === 0) await setImmediate();
    const ref = inputs[i].input.service.entityRef;
    try {
      outcomes.set(ref, assessOne(inputs[i]));
    } catch (error) {
      troubles.set(ref, error instanceof Error ? error.message : String(error));
    }
  }
  const finished = claims.flatMap((claim): FinishedClaim[] => {
    const trouble = troubles.get(claim.entityRef);
    if (trouble !== undefined) {
      return [{ claim, dueAt: retryAt(now, claim.attempts), trouble }];
    }
    const outcome = outcomes.get(claim.entityRef);
    if (!outcome) return [];
    const { nextDueAt = now + dayMs } = outcome.assessment;
    return [{ claim, dueAt: Math.max(nextDueAt, now + 1) }];
  });
  await knex.transaction(trx => store(trx, batch, { outcomes, finished }));
  return finished.filter(({ trouble }) => trouble !== undefined);
}

function assessOne({ input, newestRecordAt }: ServiceInputs): Outcome {
  return {
    assessment: assess(input),
    newestRecordAt,
    incidents: input.records.flatMap(record =>
      record.kind === 'incident'
        ? [{ id: record.id, merged: record.mergedInto !== undefined }]
        : [],
    ),
  };
}

async function store(
  trx: Knex,
  { claims, lease, now }: Batch,
  work: {
    outcomes: ReadonlyMap<string, Outcome>;
    finished: readonly FinishedClaim[];
  },
): Promise<void> {
  const all = [...work.outcomes.values()];
  // Only who holds a claim writes these, so they may be read before it is locked.
  const previous = await readPrevious(trx, {
    entityRefs: all.map(({ assessment }) => assessment.entityRef),
    incidents: all.flatMap(({ incidents }) => incidents.map(i => i.id)),
    day: dayOf(now),
  });
  const held = await lockClaims(trx, {
    lease,
    entityRefs: claims.map(claim => claim.entityRef),
    also: all.flatMap(({ assessment }) =>
      chargedServices(assessment, previous(assessment.entityRef)),
    ),
  });
  const outcomes = all.filter(({ assessment }) =>
    held.has(assessment.entityRef),
  );
  const changes = noChanges();
  for (const outcome of outcomes) {
    const merged = outcome.incidents.filter(incident => incident.merged);
    diffResults(
      {
        ...outcome,
        previous: previous(outcome.assessment.entityRef),
        merged: new Set(merged.map(incident => incident.id)),
      },
      changes,
    );
  }
  await writeResults(trx, changes);
  const { gone, back } = splitGone(claims, { held, finished: work.finished });
  await finishClaims(trx, { lease, finished: [...work.finished, ...back] });
  await dropClaims(trx, { lease, entityRefs: gone });
  // Whom a link charges anew, or no more, has other failed changes now.
  const entityRefs = changes.attributions.flatMap(
    row => row.cause_entity_ref ?? [],
  );
  await markDue(trx, { entityRefs, dueAt: now });
}

/** Other services that links of the incidents of one charge, or charged. */
function chargedServices(
  { attributions }: Assessment,
  previous: PreviousResults,
): string[] {
  return [
    ...attributions.flatMap(({ causeService }) => causeService ?? []),
    ...previous.attributions.flatMap(row => row.cause_entity_ref ?? []),
  ];
}

/** Claimed services that the catalog had not: those to drop, and those made due since, because they came back. */
function splitGone(
  claims: readonly Claim[],
  {
    held,
    finished,
  }: { held: Map<string, number>; finished: readonly FinishedClaim[] },
) {
  const done = new Set(finished.map(({ claim }) => claim.entityRef));
  const missing = claims.filter(claim => !done.has(claim.entityRef));
  const isBack = (claim: Claim) => held.get(claim.entityRef) !== claim.version;
  return {
    gone: missing.filter(claim => !isBack(claim)).map(c => c.entityRef),
    back: missing.filter(isBack).map(claim => ({ claim, dueAt: 0 })),
  };
}
