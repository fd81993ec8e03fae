import { NotFoundError } from '@backstage/errors';

/** The 404 of a campaign. */
export function missingCampaign(id: string): NotFoundError {
  return new NotFoundError(
    `There is no campaign ${id}; GET /campaigns lists those there are`,
  );
}
