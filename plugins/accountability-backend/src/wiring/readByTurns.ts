import { Knex } from 'knex';
import { markDue } from '../assessment';
import { readEntityRefsOfSubjects } from '../ownership';

/** What reads something of repositories, and tells of which subjects something else is known. */
export interface SubjectReader {
  run(given: { signal: AbortSignal }): Promise<unknown>;
}

/** The work of a task with such a reader: services of changed subjects are due in the transaction that stores it, and assessed at once after the run. */
export function readByTurns(
  create: (
    onChanged: (trx: Knex.Transaction, subjects: string[]) => Promise<void>,
  ) => SubjectReader,
  { wake, stop }: { wake(): void; stop: AbortSignal },
): (signal: AbortSignal) => Promise<void> {
  let changed = false;
  const reader = create(async (trx, subjects) => {
    const refs = await readEntityRefsOfSubjects(trx, { subjects });
    const entityRefs = [...refs.values()].flat();
    await markDue(trx, { entityRefs, dueAt: Date.now() });
    changed = true;
  });
  return async signal => {
    changed = false;
    await reader.run({ signal: AbortSignal.any([signal, stop]) });
    if (changed) wake();
  };
}
