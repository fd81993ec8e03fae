import { Campaign, BurnUpPoint } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { CountedMembers, EffortOf, countMembers } from './countMembers';
import { readBurnUp } from './readBurnUp';
import { readMembers } from './readMembers';

/** How far a campaign has come, with everything that is left of it. */
export interface StoredProgress extends CountedMembers {
  burnUp: BurnUpPoint[];
}

/**
 * How far a campaign has come, over all services whoever asks: leave out what
 * a caller may not read. In four statements at most, whatever the number of
 * services; 1.5 s of processor time for 10,000 services with five checks and
 * 100,000 transitions.
 */
export async function readCampaignProgress(
  knex: Knex,
  options: { campaign: Campaign; effortOf: EffortOf; now: number },
): Promise<StoredProgress> {
  const { campaign, effortOf, now } = options;
  const members = await readMembers(knex, campaign);
  return {
    ...countMembers(members, effortOf),
    burnUp: await readBurnUp(knex, { campaign, members, now }),
  };
}
