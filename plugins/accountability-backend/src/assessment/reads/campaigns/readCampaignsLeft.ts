import { Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { EffortOf, countMembers } from './countMembers';
import { readMembersOf } from './readMembers';

/** What some services have left of a campaign. */
export interface CampaignLeft {
  /** Results that are neither pass nor exempt. */
  results: number;
  /** Services that are not done, of how many the campaign is about. */
  services: number;
  total: number;
  /** Days of work that checks which fail or warn say they take; absent where no check of the campaign says. */
  effortDays?: number;
}

/** What some services have left of campaigns, by id, in two statements at most however many of either. */
export async function readCampaignsLeft(
  knex: Knex,
  options: {
    campaigns: readonly Pick<Campaign, 'id' | 'checks' | 'scope'>[];
    entityRefs: readonly string[];
    effortOf: EffortOf;
  },
): Promise<Map<string, CampaignLeft>> {
  const { campaigns, entityRefs, effortOf } = options;
  const members = await readMembersOf(knex, { campaigns, entityRefs });
  return new Map(
    [...members].map(([id, theirs]) => {
      const { owners, done, total, effortDays } = countMembers(
        theirs,
        effortOf,
      );
      const left = owners.flatMap(owner => owner.left);
      return [
        id,
        {
          results: left.flatMap(({ checks }) => checks).length,
          ...{ services: total - done, total },
          ...(effortDays !== undefined && { effortDays }),
        },
      ];
    }),
  );
}
