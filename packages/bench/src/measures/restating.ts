import { setTimeout as sleep } from 'node:timers/promises';
import { Bench } from '../load/Bench';
import { Measured } from './Measured';

const watchedMs = 20_000;

/**
 * How fast closed days are told again after the load, watched for a while.
 * What is left then is unmarked, so that it does not compete with what is
 * measured next.
 */
export async function restating({ pool }: Bench): Promise<Measured[]> {
  const left = async () => {
    const { rows } = await pool.query(
      'select count(*)::int as n from assessment_queue where restate_from is not null',
    );
    return rows[0].n;
  };
  const before = await left();
  const begun = performance.now();
  let after = before;
  while (after > 0 && performance.now() - begun < watchedMs) {
    await sleep(250);
    after = await left();
  }
  const tookMs = performance.now() - begun;
  await pool.query('update assessment_queue set restate_from = null');
  return [
    {
      name: 'history of a service told again, all its closed days',
      value: ((before - after) / tookMs) * 1000,
      unit: 'services/s',
    },
  ];
}
