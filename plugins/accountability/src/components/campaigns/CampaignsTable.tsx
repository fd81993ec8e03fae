import { useRouteRef } from '@backstage/frontend-plugin-api';
import { CampaignSummary } from 'backstage-plugin-accountability-common';
import { Link } from 'react-router-dom';
import { campaignRouteRef } from '../../routes';
import { formatDate, formatNumber, formatSpan, useText } from '../../text';
import { ScrollBox } from '../table';
import { DoneBar } from './DoneBar';

/** Campaigns row by row: how far each has come, and how long it has. */
export function CampaignsTable(props: {
  campaigns: CampaignSummary[];
  asOf: number;
}) {
  const t = useText();
  return (
    <ScrollBox label={t('campaigns.title')}>
      <table className="acc-table acc-rows" aria-label={t('campaigns.title')}>
        <thead>
          <tr>
            <th style={{ minWidth: 220 }}>{t('campaigns.campaign')}</th>
            <th style={{ minWidth: 80 }}>{t('campaigns.state')}</th>
            <th style={{ minWidth: 180 }}>{t('campaigns.done')}</th>
            <th style={{ minWidth: 130 }}>{t('campaigns.target')}</th>
          </tr>
        </thead>
        <tbody>
          {props.campaigns.map(campaign => (
            <Row key={campaign.id} campaign={campaign} asOf={props.asOf} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row(props: { campaign: CampaignSummary; asOf: number }) {
  const t = useText();
  const page = useRouteRef(campaignRouteRef);
  const { campaign, asOf } = props;
  const { id, title, state, done, total, targetAt } = campaign;
  const words = t('campaigns.doneOf', {
    done: formatNumber(done),
    total: formatNumber(total),
  });
  const span = formatSpan(Math.abs(targetAt - asOf));
  return (
    <tr>
      <th scope="row">
        {page ? (
          <Link className="acc-link" to={page({ id })}>
            {title}
          </Link>
        ) : (
          title
        )}
      </th>
      <td data-label={t('campaigns.state')}>{t(`campaignState.${state}`)}</td>
      <td data-label={t('campaigns.done')}>
        <DoneBar done={done} total={total} />
        <span className="acc-label">{words}</span>
      </td>
      <td data-label={t('campaigns.target')}>
        {formatDate(targetAt)}
        {state === 'active' && (
          <div className="acc-label">
            {targetAt >= asOf
              ? t('campaigns.daysLeft', { span })
              : t('campaigns.daysOver', { span })}
          </div>
        )}
      </td>
    </tr>
  );
}
