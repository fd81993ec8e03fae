import { Bench } from './Bench';

/** How many services another policy than the one in force judged last. */
export async function servicesBehind({ pool }: Bench): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from assessments where policy <>
     (select digest from policy_revisions order by in_force_from desc limit 1)`,
  );
  return rows[0].n;
}
