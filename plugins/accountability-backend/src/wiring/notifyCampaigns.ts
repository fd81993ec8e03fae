import { NotificationService } from '@backstage/plugin-notifications-node';
import { dayOf } from '../database/dayOf';
import { CampaignDigest, SendCampaignDigest } from '../telling';

/** Campaigns that a notification has room for; the page has them all. */
const MOST_CAMPAIGNS = 5;

const pages = '/accountability/campaigns';

/** Reminds an owner of campaigns by a notification of Backstage's. One that was not read yet is replaced. */
export function notifyCampaigns(
  notifications: NotificationService,
): SendCampaignDigest {
  return async ({ owner, campaigns }) => {
    const [first] = campaigns;
    const more = campaigns.length - MOST_CAMPAIGNS;
    await notifications.send({
      recipients: { type: 'entity', entityRef: owner },
      payload: {
        title:
          campaigns.length === 1
            ? `${first.title}: ${describeLeft(first)}`
            : `${campaigns.length} campaigns have something left for you`,
        description: [
          ...campaigns.slice(0, MOST_CAMPAIGNS).map(describe),
          ...(more > 0 ? [`${more} more.`] : []),
        ].join(' '),
        link:
          campaigns.length === 1
            ? `${pages}/${encodeURIComponent(first.id)}`
            : pages,
        severity: 'normal',
        topic: 'Accountability: campaigns',
        scope: `accountability:campaigns:${owner}`,
      },
    });
  };
}

function describe(campaign: CampaignDigest['campaigns'][number]): string {
  const day = dayOf(campaign.targetAt);
  return `${campaign.title}: ${describeLeft(campaign)}, to be done by ${day}.`;
}

function describeLeft({
  left,
  total,
}: Pick<CampaignDigest['campaigns'][number], 'left' | 'total'>): string {
  return total === 1
    ? 'your one service is left'
    : `${left} of your ${total} services ${left === 1 ? 'is' : 'are'} left`;
}
