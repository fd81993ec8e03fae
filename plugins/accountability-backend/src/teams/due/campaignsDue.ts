import { DueItem } from 'backstage-plugin-accountability-common';
import { readCampaignsLeft } from '../../assessment';
import { readCampaigns } from '../../governance';
import { DueAsked, DueService } from './DueAsked';

/** Campaigns that run and of which services of a team are not done, in four statements at most. */
export async function campaignsDue({
  database,
  services,
  policy,
  now,
}: Pick<DueAsked, 'database' | 'policy' | 'now'> & {
  services: readonly DueService[];
}): Promise<DueItem[]> {
  const campaigns = await readCampaigns(database, { state: 'active' });
  const counted = await readCampaignsLeft(database, {
    campaigns,
    entityRefs: services.map(({ entityRef }) => entityRef),
    effortOf: ({ scorecard, check }) =>
      policy.scorecards
        .find(({ name }) => name === scorecard)
        ?.checks.find(({ id }) => id === check)?.effortDays,
  });
  return campaigns.flatMap((campaign): DueItem[] => {
    const counts = counted.get(campaign.id);
    if (!counts || counts.results === 0) return [];
    const { results, services: left, total, effortDays } = counts;
    return [
      {
        id: `campaign ${campaign.id}`,
        kind: 'campaign',
        title: campaign.title,
        dueAt: campaign.targetAt,
        overdue: campaign.targetAt < now,
        todo: `Bring ${results} ${
          results === 1 ? 'result' : 'results'
        } to pass, of ${left} of ${total} services: ${effortWords(effortDays)}`,
        where: { page: 'campaign', of: campaign.id },
      },
    ];
  });
}

function effortWords(days: number | undefined): string {
  if (days === undefined) {
    return 'the checks do not say how much work it is';
  }
  // What is unknown may pass as it is.
  if (days === 0) return 'how much work that is shows once it is known';
  if (days < 0.1) return 'less than a tenth of a day of work';
  const rounded = Math.round(10 * days) / 10;
  return `about ${rounded} ${rounded === 1 ? 'day' : 'days'} of work`;
}
