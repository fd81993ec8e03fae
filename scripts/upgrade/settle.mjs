import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 300_000;

const FIGURES = `
  with in_force as (
    select digest from policy_revisions order by in_force_from desc, digest limit 1
  ), newest as (
    select k.entity_ref, max(greatest(r.started_at, r.ended_at)) as at from subject_keys k
    join records r on r.subject = k.subject group by k.entity_ref
  )
  select
    (select count(*) from services where removed_at is null)::int as services,
    (select count(*) from assessments)::int as assessed,
    (select count(*) from assessment_queue where due_at <= now())::int as due,
    (select count(*) from assessment_queue where attempts > 0)::int as failing,
    (select count(*) from assessment_queue
      where restate_from is not null)::int as restating,
    (select count(*) from assessments
      where policy <> (select digest from in_force))::int as behind,
    (select count(*) from newest join assessments a using (entity_ref)
      where a.newest_record_at is distinct from newest.at)::int as late`;

const isSettled = ({ services, assessed, ...open }) =>
  assessed === services && Object.values(open).every(n => n === 0);

/**
 * Waits until every service is assessed with its newest record, by the policy in force,
 * none is due or failing, and no closed day is to be told again. Gives the figures; those of the end of its patience where that never
 * comes, with `isSettled` false.
 */
export async function settle(client, { patienceMs = PATIENCE_MS } = {}) {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const figures = (await client.query(FIGURES)).rows[0];
    if (isSettled(figures)) return { ...figures, isSettled: true };
    if (performance.now() > deadline) return { ...figures, isSettled: false };
    await sleep(500);
  }
}
