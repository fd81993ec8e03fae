import { setImmediate } from 'timers/promises';
import { CompiledPolicy } from 'backstage-plugin-accountability-engine';
import { AskedEngine } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { askEngines, hasAskedRules } from '../engines';
import { finishClaims, retryAt } from '../queue/finishClaims';
import { lockClaims } from '../queue/lockClaims';
import { keepTemplate } from '../template/keepTemplate';
import { templateOf } from '../template/PolicyTemplate';
import { joinChanges } from '../work/Results';
import { Turned, turnedOf } from '../work/Turned';
import { writeResults } from '../work/writeResults';
import { finishRejudged } from './finishRejudged';
import { JudgedStored, judgeStored } from './judgeStored';
import { readStoredServices } from './readStoredServices';
import { ReadService, StoredService, readFacts } from './StoredService';

/** Services that are held under a lease, and what they are judged by. */
export interface RejudgedBatch {
  entityRefs: readonly string[];
  lease: string;
  now: number;
  policy: CompiledPolicy;
  /** Facts that the policy reads and that an assessment measures. */
  wanted: ReadonlySet<string>;
  engines: readonly AskedEngine[];
}

/** What came of a batch. */
export interface RejudgedResult {
  turned: Turned[];
  /** What went wrong, by service; an assessment tries them again. */
  troubles: ReadonlyMap<string, string>;
}

/** A webhook or a page waits for no more than this each time it waits for anything, and a page does twenty times; milliseconds. */
const TURN_MS = 2;
/** An engine that is out is asked again after this, by an assessment. */
const RETRY_MS = 60_000;

/**
 * Holds the policy against the stored facts of claimed services: one read, one
 * pure call each, one transaction of writes. Throws where the database does.
 */
export async function rejudgeBatch(
  knex: Knex,
  batch: RejudgedBatch,
): Promise<RejudgedResult> {
  const { judged, troubles } = await judgeAll(
    await readStoredServices(knex, batch),
    batch,
  );
  const turned = await knex.transaction(trx =>
    store(trx, batch, { judged, troubles }),
  );
  return { turned, troubles };
}

async function judgeAll(
  services: readonly StoredService[],
  batch: RejudgedBatch,
) {
  const { policy, now } = batch;
  const troubles = new Map<string, string>();
  const read = await eachInTurn(services, troubles, readFacts);
  const answersOf = hasAskedRules(policy)
    ? await askEngines(
        read.map(stored => ({ ...stored, now })),
        batch,
      )
    : undefined;
  const judged = await eachInTurn(read, troubles, (stored): JudgedStored => {
    const asked = answersOf?.(stored.service.entityRef);
    const { answers } = asked ?? {};
    const one = judgeStored(stored, { policy, answers, now });
    const again = asked?.retry ? now + RETRY_MS : undefined;
    return { ...one, dueAt: earliest(one.dueAt, dueNow(stored, batch), again) };
  });
  return { judged, troubles };
}

/** Does the work for each; what goes wrong with one is noted, and the rest goes on. */
async function eachInTurn<T extends Pick<StoredService, 'service'>, R>(
  services: readonly T[],
  troubles: Map<string, string>,
  work: (stored: T) => R,
): Promise<R[]> {
  const done: R[] = [];
  let begun = performance.now();
  for (const stored of services) {
    if (performance.now() - begun > TURN_MS) {
      await setImmediate();
      begun = performance.now();
    }
    try {
      done.push(work(stored));
    } catch (error) {
      troubles.set(
        stored.service.entityRef,
        error instanceof Error ? error.message : String(error),
      );
    }
  }
  return done;
}

/** A policy that reads facts which were never measured of the service has it assessed now. */
function dueNow(
  { facts }: ReadService,
  { wanted, now }: RejudgedBatch,
): number | undefined {
  return [...wanted].some(id => !facts.has(id)) ? now : undefined;
}

function earliest(...instants: (number | undefined)[]): number | undefined {
  const known = instants.filter((at): at is number => at !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

async function store(
  trx: Knex,
  { entityRefs, lease, now, policy }: RejudgedBatch,
  {
    judged,
    troubles,
  }: {
    judged: readonly JudgedStored[];
    troubles: ReadonlyMap<string, string>;
  },
): Promise<Turned[]> {
  const held = await lockClaims(trx, { lease, entityRefs });
  const mine = judged.filter(({ entityRef }) => held.has(entityRef));
  const { digest } = policy;
  await keepTemplate(trx, { digest, template: templateOf(policy) });
  await writeResults(trx, joinChanges(mine.map(({ changes }) => changes)));
  const dueAt = new Map(mine.map(one => [one.entityRef, one.dueAt]));
  await finishRejudged(trx, {
    lease,
    // Those that went from the catalog meanwhile are given back, too.
    finished: entityRefs
      .filter(ref => !troubles.has(ref))
      .map(ref => ({ entityRef: ref, dueAt: dueAt.get(ref) })),
  });
  await finishClaims(trx, {
    lease,
    finished: [...troubles].map(([entityRef, trouble]) => ({
      claim: {
        entityRef,
        version: held.get(entityRef)?.version ?? 0,
        attempts: 0,
      },
      dueAt: retryAt(now, 0),
      trouble,
    })),
  });
  return mine.flatMap(({ entityRef, changes }) => turnedOf(entityRef, changes));
}
