import { InputError } from '@backstage/errors';
import {
  CauseOverrideEntry,
  CauseResponse,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { CausePreview, markDue } from '../../assessment';
import { ServiceFile, readEntityRefsOfSubjects } from '../../ownership';
import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';
import { hideInIncident } from '../sight/hideInIncident';
import { hideInLink } from '../sight/hideInLink';
import { namesIn } from '../sight/namesIn';
import { readRecordSight } from '../sight/readRecordSight';

interface Asked {
  incident: IncidentRecord;
  /** Absent for a withdrawal. */
  decision?: CauseOverrideEntry;
  now: number;
  credentials: Caller;
  /** Absent for a preview. */
  keep?(trx: Knex): Promise<CauseOverrideEntry>;
}

/**
 * Says what changes with a decision or its withdrawal, and keeps it where that
 * is asked: every service that it concerns is then due at once.
 */
export async function settleCause(
  context: ApiContext,
  service: ServiceFile,
  asked: Asked,
): Promise<CauseResponse> {
  const { entityRef } = service.summary;
  const { incident, now, keep } = asked;
  if (incident.mergedInto !== undefined) {
    const { credentials } = asked;
    const names = namesIn({ records: [incident] });
    const sight = await readRecordSight(
      context,
      { entityRef, ...names },
      credentials,
    );
    const { mergedInto = 'one of a service that you may not see' } =
      hideInIncident(incident, sight);
    throw new InputError(
      `The incident ${incident.id} was merged into ${mergedInto}; decide on that one`,
    );
  }
  const preview = await context.past.previewCause({
    ...asked,
    entityRef,
    incident: incident.id,
  });
  if (!preview) {
    throw new InputError(
      `The incident ${incident.id} is older than anything that is still assessed; its link stays as it is`,
    );
  }
  if (!keep) return show(context, asked, { preview, entityRef });
  const concerned = await findConcerned(context, incident, preview);
  const kept = await context.database.transaction(async trx => {
    const entry = await keep(trx);
    const entityRefs = [entityRef, ...concerned];
    await markDue(trx, { entityRefs, dueAt: now });
    return entry;
  });
  context.wake();
  return show(context, asked, { preview: named(preview, kept), entityRef });
}

/** The link after it with the decision as it is kept. */
function named(preview: CausePreview, kept: CauseOverrideEntry): CausePreview {
  const { after } = preview;
  if (!after?.decision) return preview;
  const { id, at } = kept;
  const decision = { ...after.decision, id, at };
  return { ...preview, after: { ...after, decision } };
}

/** The services that the incident is of, and those that it is or was charged to. */
async function findConcerned(
  { database }: ApiContext,
  { subject }: IncidentRecord,
  { before, after }: CausePreview,
): Promise<string[]> {
  const refs = await readEntityRefsOfSubjects(database, {
    subjects: [subject],
  });
  return [
    ...(refs.get(subject) ?? []),
    ...[before, after].flatMap(link => link?.causeService ?? []),
  ];
}

/** As much of the answer as the caller may read. */
async function show(
  context: ApiContext,
  { credentials, keep }: Asked,
  given: { preview: CausePreview; entityRef: string },
): Promise<CauseResponse> {
  const { before, after, changeFailRate } = given.preview;
  const names = namesIn({
    links: [before, after].flatMap(link => link ?? []),
  });
  names.services.push(...changeFailRate.map(one => one.service));
  const { entityRef } = given;
  const sight = await readRecordSight(
    context,
    { entityRef, ...names },
    credentials,
  );
  return {
    kept: keep !== undefined,
    ...(before && { before: hideInLink(before, sight) }),
    ...(after && { after: hideInLink(after, sight) }),
    changeFailRate: changeFailRate.filter(one => sight.service(one.service)),
  };
}
