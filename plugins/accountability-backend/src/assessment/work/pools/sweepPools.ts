import { Knex } from 'knex';
import { PoolDayRow } from '../../../database/tables';
import { whereAny } from '../../../database/whereAny';
import { addTurns } from './addTurns';
import { sumPools } from './sumPools';

const hourMs = 3_600_000;

/** What subjects used that belong to no service any more counts no more, and the services on their pools are due for it. */
export async function sweepPools(
  trx: Knex,
  { now }: { now: number },
): Promise<void> {
  const subjects: string[] = await trx('pool_subjects as s')
    .leftJoin('subject_keys as k', 'k.subject', 's.subject')
    .whereNull('k.subject')
    .orderBy('s.subject')
    .pluck('s.subject');
  if (subjects.length === 0) return;
  const uses: Pick<PoolDayRow, 'pool' | 'day'>[] = await whereAny(
    trx<PoolDayRow>('pool_days').distinct('pool', 'day'),
    'subject',
    subjects,
  );
  await whereAny(trx('pool_days').delete(), 'subject', subjects);
  await whereAny(trx('pool_subjects').delete(), 'subject', subjects);
  await sumPools(trx, uses);
  // At the turn that is on.
  await addTurns(trx, uses, now - hourMs);
}
