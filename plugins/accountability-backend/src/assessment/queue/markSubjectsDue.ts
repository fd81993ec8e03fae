import { AttributionProfile } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { scopeConditions } from '../../ownership';
import { Due, insertDue, mergeDue } from './markDue';

/** How long before a record an incident may have begun and still be moved by it: a rollout may take days. */
const slackMs = 7 * 24 * 3_600_000;

type Scope = AttributionProfile['scope'];

/** Candidates change no number, so that closed days stay as they are told. */
const byDependency = `select d.entity_ref, 0 from told
  join service_dependencies d on d.depends_on = told.ref`;

/** What a person charged to a deployment of theirs tells of that deployment, whenever the incident was. Numbers stay. */
const byDecision = `select a.entity_ref, 0 from told
  join attributions a on a.cause_entity_ref = told.ref
  where a.superseded_at is null and a.method = 'explicit'`;

function mates(scope: keyof typeof scopeConditions): string[] {
  return scopeConditions[scope].map(
    condition => `select m.entity_ref, 1 from told
    join services s on s.entity_ref = told.ref
    join services m on ${condition} and m.removed_at is null`,
  );
}

/**
 * Makes every service due that any of the subjects belongs to, and those that
 * look at its deployments for causes: what depends on it, and, where the
 * profile has causes compete wider, what is of the same system, project or owner, as
 * far as an incident of theirs began late enough to be moved; and what has an
 * incident that a person charged to them. In one statement, in the order of refs: two writers never deadlock. Subjects of no
 * service make nothing due.
 */
export async function markSubjectsDue(
  trx: Knex,
  options: Due & { subjects: readonly string[]; scope?: Scope },
): Promise<void> {
  if (options.subjects.length === 0) return;
  const { dueAt, restateFrom = dueAt, scope = 'service' } = options;
  const onPostgres = trx.client.config.client === 'pg';
  const at = onPostgres ? '?::timestamptz' : '?';
  const subjects = [...new Set(options.subjects)];
  const since = writeInstant(Math.min(dueAt, restateFrom) - slackMs);
  const lookers = [byDependency, ...(scope === 'service' ? [] : mates(scope))];
  // Not `exists`: PostgreSQL would join it to all incidents instead of probing.
  const probe = `(
    select 1 from subject_keys k join records r
      on r.subject = k.subject and r.kind = 'incident'
    where k.entity_ref = looking.ref and r.started_at >= ${at} limit 1
  )`;
  await trx.raw(
    `with given(subject) as (
      ${
        onPostgres
          ? 'select unnest(?::text[])'
          : 'select value from json_each(?)'
      }
    ), told(ref) as (
      select k.entity_ref from given
      join subject_keys k on k.subject = given.subject
    ), looking(ref, restates) as (
      ${lookers.join(' union ')}
    ), due(ref, restates) as (
      select ref, 1 from told
      union all ${byDecision}
      union all select ref, restates from looking where ${probe} is not null
    )
    ${insertDue}
    select ref, ${at}, 1, 0, case when max(restates) = 1 then ${at} end
    from due group by ref order by ref ${mergeDue(trx)}`,
    [
      onPostgres ? subjects : JSON.stringify(subjects),
      since,
      writeInstant(dueAt),
      options.restateFrom === undefined ? null : writeInstant(restateFrom),
    ],
  );
}
