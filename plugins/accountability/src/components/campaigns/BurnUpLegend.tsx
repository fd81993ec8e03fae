import { Campaign } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';

/** What the marks of a burn-up mean; milestones by name, with their day. */
export function BurnUpLegend({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const { milestones, targetAt } = campaign;
  return (
    <ul className="acc-tags acc-legendLine acc-small">
      <li>
        <svg width="14" height="14" aria-hidden>
          <circle cx="7" cy="7" r="3.5" fill="var(--acc-link)" />
        </svg>
        {t('campaign.legendDone')}
      </li>
      <li>
        <svg width="14" height="14" aria-hidden>
          <circle cx="7" cy="7" r="3.5" fill="none" stroke="var(--acc-mark)" />
        </svg>
        {t('campaign.legendTarget', { at: formatDate(targetAt) })}
      </li>
      {milestones.map(({ title, at }) => (
        <li key={`${title} ${at}`}>
          <svg width="14" height="14" aria-hidden>
            <path d="M7 2l5 5-5 5-5-5z" fill="none" stroke="var(--acc-mark)" />
          </svg>
          {t('campaign.legendMilestone', { title, at: formatDate(at) })}
        </li>
      ))}
    </ul>
  );
}
