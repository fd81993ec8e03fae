import { Subject } from '../measures/deployOnce';
import { Bench } from './Bench';

/** Services that have a repository, each with one name that its records go by. */
export async function subjectsOf({ pool }: Bench): Promise<Subject[]> {
  const { rows } = await pool.query<Subject>(
    `select max(subject) as subject, entity_ref as "entityRef"
     from subject_keys where subject like 'github:%'
     group by entity_ref order by entity_ref`,
  );
  return rows;
}
