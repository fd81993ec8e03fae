import { Box } from '@backstage/ui';
import { CampaignResponse } from 'backstage-plugin-accountability-common';
import { formatDate, formatNumber, formatSpan, useText } from '../../text';
import { StripPart } from '../record';

/** A campaign in four numbers: what is done, the work left, the time left, the next milestone. */
export function CampaignStrip({ data }: { data: CampaignResponse }) {
  const t = useText();
  const { campaign, progress } = data;
  const { done, total, exempt, unknown, effortDays, asOf } = progress;
  const span = formatSpan(Math.abs(campaign.targetAt - asOf));
  return (
    <Box
      as="section"
      bg="neutral"
      className="acc-card acc-strip"
      aria-label={t('campaign.strip')}
    >
      <StripPart
        label={t('campaign.done')}
        value={t('campaigns.doneOf', {
          done: formatNumber(done),
          total: formatNumber(total),
        })}
      >
        {t('campaign.doneBasis', {
          exempt: formatNumber(exempt),
          unknown: formatNumber(unknown),
        })}
      </StripPart>
      <StripPart
        label={t('campaign.effort')}
        value={
          effortDays === undefined
            ? t('checks.unknownValue')
            : { number: formatNumber(effortDays), unit: 'd' }
        }
      >
        {effortDays === undefined
          ? t('campaign.effortUnknown')
          : t('campaign.effortBasis')}
      </StripPart>
      <StripPart
        label={t('campaign.target')}
        value={
          campaign.targetAt >= asOf
            ? t('campaigns.daysLeft', { span })
            : t('campaigns.daysOver', { span })
        }
      >
        {t('campaign.targetOn', { at: formatDate(campaign.targetAt) })}
      </StripPart>
      <NextMilestone data={data} />
    </Box>
  );
}

function NextMilestone({ data }: { data: CampaignResponse }) {
  const t = useText();
  const { campaign, progress } = data;
  const next = campaign.milestones.find(({ at }) => at > progress.asOf);
  const wanted = Math.ceil((next?.share ?? 0) * progress.total);
  return (
    <StripPart
      label={t('campaign.next')}
      value={next?.title ?? t('campaign.noMilestone')}
    >
      {next &&
        t('campaign.nextBasis', {
          share: `${formatNumber(next.share * 100)}\u00a0%`,
          at: formatDate(next.at),
          done: formatNumber(progress.done),
          count: wanted,
          wanted: formatNumber(wanted),
        })}
    </StripPart>
  );
}
