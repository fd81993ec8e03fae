import {
  OrganisationFilter,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { Organisation, PolicyChecks, policyChecks } from '../../organisation';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { findEntityRef } from '../findEntityRef';
import { Readable, ReadableServices } from '../ReadableServices';
import { readFilter } from './readFilter';

/** What requests about the organisation are answered from. */
export interface FoundOrganisation extends Readable {
  organisation: Organisation;
  filter: OrganisationFilter;
  /** Digest of the policy in force. */
  policy: string;
  checks: PolicyChecks;
  now: number;
}

/** The organisation as a caller may see it. Throws 404 for a group that the caller may not read. */
export async function findOrganisation(
  context: ApiContext,
  readable: ReadableServices,
  req: { query: OrganisationFilter },
): Promise<FoundOrganisation> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const now = context.now();
  const filter = readFilter(req.query);
  const [organisation, policy] = await Promise.all([
    context.organisation.current(),
    context.policy.current(),
  ]);
  const may = await readable.among(context, credentials, () =>
    organisation.states.keys(),
  );
  if (may.visible && filter.group !== undefined) {
    await findEntityRef(context, parseEntityRef(filter.group), credentials);
  }
  const checks = policyChecks(policy, now);
  return { organisation, filter, ...may, policy: policy.digest, checks, now };
}
