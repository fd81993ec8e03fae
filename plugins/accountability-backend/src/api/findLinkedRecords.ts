import { NotFoundError } from '@backstage/errors';
import {
  Attribution,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { readCharges, readScorecard } from '../assessment';
import { ServiceFile } from '../ownership';
import { readRecordsById } from '../records';
import { ApiContext } from './ApiContext';

/** The records of an evidence, and what it says. */
export interface FoundEvidence {
  /** Record ids of any service. */
  recordIds: string[];
  /** The link that it speaks of, whole. */
  link?: Attribution;
  /** One sentence, of the link as it is shown to the caller. */
  because(link?: Attribution): string;
}

/**
 * A record of a service with the records it is linked to: the deployment an
 * incident is charged to, or the incidents charged to a deployment. Throws
 * 404 for a record that is not of this service.
 */
export async function findLinkedRecords(
  context: Pick<ApiContext, 'database' | 'past'>,
  service: ServiceFile,
  asked: { record: string; at: number; past: boolean },
): Promise<FoundEvidence> {
  const [record] = await readRecordsById(context.database, {
    ids: [asked.record],
  });
  if (!record || !service.subjects.includes(record.subject)) {
    throw new NotFoundError(
      `${service.summary.entityRef} has no record ${asked.record}`,
    );
  }
  if (record.kind !== 'incident' && record.kind !== 'deployment') {
    return {
      recordIds: [record.id],
      because: () => `The record ${record.id}.`,
    };
  }
  const attributions = await readAttributions(context, service, asked);
  if (record.kind === 'incident') return ofIncident(record, attributions);
  // Incidents of other services may be charged to it, too.
  const charges = asked.past
    ? []
    : await readCharges(context.database, { cause: record.id });
  return ofDeployment(record, [
    ...attributions,
    ...charges.map(charge => charge.attribution),
  ]);
}

async function readAttributions(
  context: Pick<ApiContext, 'database' | 'past'>,
  service: ServiceFile,
  { at, past }: { at: number; past: boolean },
): Promise<Attribution[]> {
  const { entityRef } = service.summary;
  const answer = past
    ? await context.past.assessAt({ entityRef, at })
    : await readScorecard(context.database, { entityRef });
  return answer?.assessment?.attributions ?? [];
}

function ofIncident(
  record: ServiceRecord,
  attributions: Attribution[],
): FoundEvidence {
  const link = attributions.find(({ incident }) => incident === record.id);
  return {
    link,
    recordIds: [record.id, ...(link?.cause === undefined ? [] : [link.cause])],
    because: shown => ofCause(record, shown),
  };
}

/** What of the link is shown, in words. */
function ofCause({ id }: ServiceRecord, link?: Attribution): string {
  if (!link) return `The incident ${id} is charged to no deployment.`;
  const seen = link.evidence.join(' ');
  if (link.causeHidden) return `The incident ${id}: ${seen}`;
  return link.cause === undefined
    ? `The incident ${id} is charged to no deployment: ${seen}`
    : `The incident ${id} and the deployment it is charged to: ${seen}`;
}

function ofDeployment(
  record: ServiceRecord,
  attributions: Attribution[],
): FoundEvidence {
  const charged = [
    ...new Set(
      attributions
        .filter(({ cause }) => cause === record.id)
        .map(({ incident }) => incident),
    ),
  ];
  return {
    recordIds: [record.id, ...charged],
    because: () =>
      charged.length === 0
        ? `The deployment ${record.id}; no incident is charged to it.`
        : `The deployment ${record.id} and the incidents charged to it.`,
  };
}
