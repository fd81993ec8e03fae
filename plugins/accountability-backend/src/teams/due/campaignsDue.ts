import { DueItem } from 'backstage-plugin-accountability-common';
import { readCampaignsLeft } from '../../assessment';
import { readCampaigns } from '../../governance';
import { DueAsked } from './DueAsked';

/** Campaigns that run and of which services of a team are not done, in four statements at most. */
export async function campaignsDue({
  database,
  scope,
  policy,
  now,
}: DueAsked): Promise<DueItem[]> {
  const campaigns = await readCampaigns(database, { state: 'active' });
  const left = await readCampaignsLeft(database, {
    campaigns,
    entityRefs: scope.services.map(({ entityRef }) => entityRef),
    effortOf: ({ scorecard, check }) =>
      policy.scorecards
        .find(({ name }) => name === scorecard)
        ?.checks.find(({ id }) => id === check)?.effortDays,
  });
  return campaigns.flatMap((campaign): DueItem[] => {
    const counts = left.get(campaign.id);
    if (!counts || counts.results === 0) return [];
    const { results, services, total, effortDays } = counts;
    return [
      {
        id: `campaign ${campaign.id}`,
        kind: 'campaign',
        title: campaign.title,
        dueAt: campaign.targetAt,
        overdue: campaign.targetAt < now,
        todo: `Bring ${results} ${
          results === 1 ? 'result' : 'results'
        } to pass, of ${services} of ${total} services: ${effortWords(
          effortDays,
        )}`,
        where: { page: 'campaign', of: campaign.id },
      },
    ];
  });
}

function effortWords(days: number | undefined): string {
  if (days === undefined) {
    return 'the checks do not say how much work it is';
  }
  const rounded = Math.round(10 * days) / 10;
  return `about ${rounded} ${rounded === 1 ? 'day' : 'days'} of work`;
}
