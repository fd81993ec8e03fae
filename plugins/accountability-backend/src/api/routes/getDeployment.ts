import {
  DeploymentResponse,
  ServiceRecord,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { byStart } from 'backstage-plugin-accountability-engine';
import { readCharges } from '../../assessment';
import { ownerThen } from '../../ownership';
import { readRecordsById } from '../../records';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { RecordPath } from '../endpoints';
import { findOwnDeployment } from '../findOwnRecord';
import { findService } from '../findService';
import { RecordSight } from '../sight/RecordSight';
import { hideInChange } from '../sight/hideInChange';
import { hideInIncident } from '../sight/hideInIncident';
import { hideInLink } from '../sight/hideInLink';
import { namesIn } from '../sight/namesIn';
import { readRecordSight } from '../sight/readRecordSight';

/** `GET /services/…/deployments/:record`: a deployment, what it brought and what it is charged with. */
export async function getDeployment(
  context: ApiContext,
  req: { params: RecordPath },
): Promise<DeploymentResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const service = await findService(context, req.params, credentials);
  const deployment = await findOwnDeployment(
    context,
    service,
    req.params.record,
  );
  const { entityRef } = service.summary;
  const stored = await readCharges(context.database, { cause: deployment.id });
  const placed = await context.past.placeDeployment({
    file: service,
    deployment,
    now: context.now(),
  });
  const charged = await readRecordsById(context.database, {
    ids: stored.map(({ attribution }) => attribution.incident),
  });
  const { contents } = placed;
  const names = namesIn({
    links: stored.map(({ attribution }) => attribution),
    records: [
      ...charged,
      ...(contents.status === 'known' ? contents.changes : []),
    ],
  });
  names.services.push(...stored.map(charge => charge.service));
  const sight = await readRecordSight(
    context,
    { entityRef, ...names },
    credentials,
  );
  return {
    service: service.summary,
    deployment,
    owner: ownerThen(service.spans, deployment.startedAt),
    ...placed,
    ...(contents.status === 'known' && {
      contents: {
        ...contents,
        changes: contents.changes.map(change => hideInChange(change, sight)),
      },
    }),
    charges: showCharges(stored, charged, sight),
  };
}

function showCharges(
  stored: Awaited<ReturnType<typeof readCharges>>,
  charged: readonly ServiceRecord[],
  sight: RecordSight,
): DeploymentResponse['charges'] {
  // Several services may share the subject of an incident: it is shown once.
  const links = new Map(
    stored
      .filter(charge => sight.service(charge.service))
      .map(({ attribution }) => [attribution.incident, attribution]),
  );
  return charged
    .filter(record => record.kind === 'incident')
    .sort(byStart)
    .flatMap(record => {
      const link = links.get(record.id);
      if (!link) return [];
      const incident = hideInIncident(record, sight);
      return [{ incident, attribution: hideInLink(link, sight) }];
    });
}
