import {
  DeploymentResponse,
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
import { findReadable } from '../findReadable';
import { findService } from '../findService';
import { hideUnreadable, servicesNamed } from '../incidents/hideUnreadable';

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
  const refs = stored.flatMap(charge => [
    charge.service,
    ...servicesNamed(charge.attribution),
  ]);
  const readable = await findReadable(context, refs, credentials);
  readable.add(entityRef);
  // Several services may share the subject of an incident: it is shown once.
  const charges = new Map(
    stored
      .filter(charge => readable.has(charge.service))
      .map(({ attribution }) => [attribution.incident, attribution]),
  );
  const incidents = await readRecordsById(context.database, {
    ids: [...charges.keys()],
  });
  return {
    service: service.summary,
    deployment,
    owner: ownerThen(service.spans, deployment.startedAt),
    ...(await context.past.placeDeployment({
      file: service,
      deployment,
      now: context.now(),
    })),
    charges: incidents
      .filter(record => record.kind === 'incident')
      .sort(byStart)
      .flatMap(incident => {
        const link = charges.get(incident.id);
        return link
          ? [{ incident, attribution: hideUnreadable(link, readable) }]
          : [];
      }),
  };
}
