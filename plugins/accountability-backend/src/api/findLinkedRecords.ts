import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Attribution,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { readCharges, readScorecard } from '../assessment';
import { ServiceFile } from '../ownership';
import { readRecordsById } from '../records';
import { ApiContext } from './ApiContext';
import { hideLinks } from './hideLinks';

/**
 * A record of a service with the records it is linked to: the deployment an
 * incident is charged to, or the incidents charged to a deployment. Throws
 * 404 for a record that is not of this service.
 */
export async function findLinkedRecords(
  context: Pick<ApiContext, 'catalog' | 'database' | 'past'>,
  service: ServiceFile,
  asked: {
    record: string;
    at: number;
    past: boolean;
    credentials: BackstageCredentials;
  },
): Promise<{ because: string; recordIds: string[] }> {
  const [record] = await readRecordsById(context.database, {
    ids: [asked.record],
  });
  if (!record || !service.subjects.includes(record.subject)) {
    throw new NotFoundError(
      `${service.summary.entityRef} has no record ${asked.record}`,
    );
  }
  const attributions = await hideLinks(
    context,
    await readAttributions(context, service, asked),
    asked.credentials,
  );
  if (record.kind === 'incident') return ofIncident(record, attributions);
  if (record.kind === 'deployment') {
    // Incidents of other services may be charged to it, too.
    const charges = asked.past
      ? []
      : await readCharges(context.database, { cause: record.id });
    return ofDeployment(record, [
      ...attributions,
      ...charges.map(charge => charge.attribution),
    ]);
  }
  return { because: `The record ${record.id}.`, recordIds: [record.id] };
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

function ofIncident(record: ServiceRecord, attributions: Attribution[]) {
  const link = attributions.find(({ incident }) => incident === record.id);
  if (!link?.cause) {
    return {
      because: `The incident ${record.id} is charged to no deployment${
        link ? `: ${link.evidence.join(' ')}` : '.'
      }`,
      recordIds: [record.id],
    };
  }
  return {
    because: `The incident ${
      record.id
    } and the deployment it is charged to: ${link.evidence.join(' ')}`,
    recordIds: [record.id, link.cause],
  };
}

function ofDeployment(record: ServiceRecord, attributions: Attribution[]) {
  const charged = [
    ...new Set(
      attributions
        .filter(({ cause }) => cause === record.id)
        .map(({ incident }) => incident),
    ),
  ];
  return {
    because:
      charged.length === 0
        ? `The deployment ${record.id}; no incident is charged to it.`
        : `The deployment ${record.id} and the incidents charged to it.`,
    recordIds: [record.id, ...charged],
  };
}
