import { ConflictError, InputError } from '@backstage/errors';
import { Campaign } from 'backstage-plugin-accountability-common';
import { CampaignOutcome } from '../../governance';
import { missingCampaign } from './missingCampaign';

/** The campaign that was kept; throws 400, 404 or 409 where none was. */
export function campaignOf(
  outcome: CampaignOutcome | undefined,
  id = '',
): Campaign {
  if (!outcome) throw missingCampaign(id);
  if ('fault' in outcome) throw new InputError(outcome.fault);
  if ('conflict' in outcome) throw new ConflictError(outcome.conflict);
  return outcome.campaign;
}
