import {
  ExemptionEntry,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { findVisibleExemption } from './findVisibleExemption';
import { showExemptions } from './showExemptions';

/** `GET /exemptions/:id`: one exemption, and what the caller may do with it. */
export async function getExemption(
  context: ApiContext,
  req: { params: { id: string } },
): Promise<ExemptionEntry> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const { id } = req.params;
  const exemption = await findVisibleExemption(context, id, credentials);
  const at = context.now();
  const [entry] = await showExemptions(context, [exemption], {
    credentials,
    at,
  });
  return entry;
}
