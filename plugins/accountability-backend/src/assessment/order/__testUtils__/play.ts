import { Knex } from 'knex';
import { decideCause, withdrawCause } from '../../../governance';
import { writeParts } from '../../../ingestion/inbox/applyDeliveries';
import { DeliverySinks } from '../../../ingestion';
import {
  readEntityRefsOfSubjects,
  writeOwnerChanges,
} from '../../../ownership';
import { readRecordsById, writeRecordEvents } from '../../../records';
import { createWorkbench } from '../../__testUtils__/createWorkbench';
import { markChangedDue } from '../../queue/markChangedDue';
import { markDue } from '../../queue/markDue';
import { markSubjectsDue } from '../../queue/markSubjectsDue';
import { Said, Sent } from './createHistory';
import { Step } from './timetable';

type Workbench = Awaited<ReturnType<typeof createWorkbench>>;

/** Where deliveries go, as in the plugin. */
const sinksOf = ({ judgement }: Workbench): DeliverySinks => ({
  writeRecordEvents,
  writeOwnerChanges,
  markDue: markChangedDue,
  markSubjectsDue: (trx, due) =>
    markSubjectsDue(trx, {
      ...due,
      scope: judgement.settings.attribution.scope,
    }),
});

const decider = { by: 'user:default/kim', reason: 'The postmortem says so.' };

/** Does what a timetable says, with the clock of the workbench, and settles at its end. */
export async function play(
  bench: Workbench,
  steps: readonly Step[],
  end: number,
): Promise<void> {
  for (const step of steps) {
    await begin(bench, step);
    if (step.assess) await bench.worker.drain();
    if (step.restate) await bench.restater.restateOne();
  }
  bench.clock.now = end;
  await settle(bench);
}

/** The same with two replicas that assess and restate while deliveries come in. */
export async function playWithTwo(
  bench: Workbench,
  steps: readonly Step[],
  end: number,
): Promise<void> {
  const replicas = [bench, { ...bench, worker: bench.createWorker() }];
  for (const step of steps) {
    await Promise.all([
      begin(bench, step),
      ...replicas.flatMap(({ worker, restater }) => [
        ...(step.assess ? [worker.drain()] : []),
        ...(step.restate ? [restater.restateOne()] : []),
      ]),
    ]);
  }
  bench.clock.now = end;
  await Promise.all(replicas.map(settle));
}

async function begin(bench: Workbench, step: Step): Promise<void> {
  bench.clock.now = step.at;
  if (step.catalog) await bench.sync(step.catalog);
  if (step.deliveries) await deliver(bench, step.deliveries);
  if (step.decided) await decide(bench, step.decided);
  if (step.withdrawn) await withdraw(bench, step.withdrawn);
}

/** Assesses and restates until nothing is left to do. */
async function settle(
  bench: Pick<Workbench, 'worker' | 'restater'>,
): Promise<void> {
  do await bench.worker.drain();
  while (await bench.restater.restateOne());
}

async function deliver(bench: Workbench, deliveries: readonly Sent[]) {
  const read = deliveries.map(({ events, ownerChanges }, i) => ({
    id: `${bench.clock.now} ${i}`,
    source: 'generic',
    receivedAt: bench.clock.now,
    collected: {
      status: 'accepted' as const,
      events,
      ...(ownerChanges && { ownerChanges }),
    },
  }));
  await bench.knex.transaction(trx => writeParts(trx, sinksOf(bench), read));
}

async function decide({ knex, clock }: Workbench, said: Said) {
  await knex.transaction(async trx => {
    await decideCause(trx, { ...decider, ...said, at: clock.now });
    await markConcernedDue(trx, { said, dueAt: clock.now });
  });
}

async function withdraw({ knex, clock }: Workbench, said: Said) {
  await knex.transaction(async trx => {
    await withdrawCause(trx, { ...decider, ...said, at: clock.now });
    await markConcernedDue(trx, { said, dueAt: clock.now });
  });
}

/** As the API does: the services of the incident, and those that are charged. */
async function markConcernedDue(
  trx: Knex,
  { said, dueAt }: { said: Said; dueAt: number },
) {
  const records = await readRecordsById(trx, {
    ids: [said.incident, ...(said.cause ? [said.cause] : [])],
  });
  const refs = await readEntityRefsOfSubjects(trx, {
    subjects: records.map(({ subject }) => subject),
  });
  await markDue(trx, { entityRefs: [...refs.values()].flat(), dueAt });
}
