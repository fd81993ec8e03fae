import { readFileSync } from 'fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  builtInFacts,
  defaultSettings,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import {
  createWorkbench,
  day,
  start,
} from '../../__testUtils__/createWorkbench';
import { History } from './createHistory';
import { clearAll } from './clearAll';
import { play } from './play';
import { readOutcome } from './readOutcome';
import { Step } from './timetable';

const shipped = readFileSync(
  resolvePackagePath(
    'backstage-plugin-accountability-backend',
    'policies/production-readiness.yaml',
  ),
  'utf8',
);

/** What the tables say once a history was played by a timetable, on a database that is emptied before. */
export async function outcomeOf(
  knex: Knex,
  history: History,
  given: { steps: readonly Step[]; by?: typeof play },
): Promise<Awaited<ReturnType<typeof readOutcome>>> {
  await clearAll(knex);
  const bench = await createWorkbench(knex, builtInFacts, {
    ...defaultSettings,
    attribution: history.profile,
  });
  // In force before anything happened: a check that is new turns nothing.
  await knex('policy_revisions').delete();
  bench.clock.now = start - 100 * day;
  bench.writePolicy(shipped, 'shipped.yaml');
  await bench.policy.reload();
  const { end } = history;
  await (given.by ?? play)(bench, given.steps, end);
  // All of these days are told, in whatever order.
  const since = new Date(end - 20 * day).toISOString().slice(0, 10);
  return readOutcome(knex, { since });
}
