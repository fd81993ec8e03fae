import type { FilterPredicate } from '@backstage/filter-predicates';
import { Campaign } from 'backstage-plugin-accountability-common';

/** What people write of a campaign. */
export type CampaignPlan = Pick<
  Campaign,
  | 'title'
  | 'description'
  | 'checks'
  | 'owner'
  | 'targetAt'
  | 'milestones'
  | 'remindEveryDays'
> & { scope?: FilterPredicate };

/** A campaign that was kept, or why it was not: `fault` is to be written otherwise, `conflict` does not go in its state. */
export type CampaignOutcome =
  | { campaign: Campaign }
  | { fault: string }
  | { conflict: string };
