import { Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { countMembers } from './countMembers';
import { readMembers } from './readMembers';

/** What one owner has left of one campaign. */
export interface OwnerLeft {
  owner: string;
  /** Services that are not done, of how many. */
  left: number;
  total: number;
}

/** What each owner of the catalog has left of a campaign, those with nothing left left out; in two statements at most. */
export async function readOwnersLeft(
  knex: Knex,
  campaign: Pick<Campaign, 'id' | 'checks' | 'scope'>,
): Promise<OwnerLeft[]> {
  const members = await readMembers(knex, campaign);
  const resolved = members.filter(({ ownerResolves }) => ownerResolves);
  return countMembers(resolved, () => undefined).owners.flatMap(
    ({ owner, done, total }) =>
      owner === undefined || done === total
        ? []
        : [{ owner, left: total - done, total }],
  );
}
