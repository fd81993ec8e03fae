import {
  CampaignOwner,
  CampaignProgress,
} from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { ServiceLink } from '../record';
import { OwnerName } from '../service/OwnerName';
import { EmptySentence, Section } from '../states';
import { ScrollBox } from '../table';
import { DoneBar } from './DoneBar';

/** Owners with what is left of theirs; those with the most left first, as the server has them. */
export function OwnersLeft({ progress }: { progress: CampaignProgress }) {
  const t = useText();
  const { owners } = progress;
  return (
    <Section title={t('campaign.owners')}>
      {owners.length === 0 ? (
        <EmptySentence>{t('scorecard.none')}</EmptySentence>
      ) : (
        <ScrollBox label={t('campaign.owners')}>
          <table
            className="acc-table acc-rows"
            aria-label={t('campaign.owners')}
          >
            <thead>
              <tr>
                <th style={{ minWidth: 150 }}>{t('campaign.owner')}</th>
                <th style={{ minWidth: 160 }}>{t('campaign.done')}</th>
                <th style={{ minWidth: 90 }}>{t('campaign.effort')}</th>
                <th style={{ minWidth: 300 }}>{t('campaign.left')}</th>
              </tr>
            </thead>
            <tbody>
              {owners.map(owner => (
                <Row key={owner.owner ?? ''} owner={owner} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Section>
  );
}

function Row({ owner: item }: { owner: CampaignOwner }) {
  const t = useText();
  const { owner, done, unknown, total, effortDays } = item;
  return (
    <tr>
      <th scope="row">
        <OwnerName owner={owner} />
      </th>
      <td data-label={t('campaign.done')}>
        <DoneBar done={done} total={total} />
        <span className="acc-label">
          {t('campaigns.doneOf', {
            done: formatNumber(done),
            total: formatNumber(total),
          })}
        </span>
      </td>
      <td data-label={t('campaign.effort')}>
        {effortDays === undefined
          ? t('checks.unknownValue')
          : `${formatNumber(effortDays)}\u00a0d`}
        {unknown > 0 && (
          <div className="acc-label">
            {t('campaign.unknownOf', { count: unknown })}
          </div>
        )}
      </td>
      <td data-label={t('campaign.left')}>
        <Left owner={item} />
      </td>
    </tr>
  );
}

function Left({ owner }: { owner: CampaignOwner }) {
  const t = useText();
  const { left, done, total } = owner;
  if (done === total) {
    return <span className="acc-muted">{t('campaign.allDone')}</span>;
  }
  const more = total - done - left.length;
  return (
    <span className="acc-links">
      {left.map(({ entityRef, title, checks }) => (
        <span key={entityRef} title={checks.map(c => c.check).join(', ')}>
          <ServiceLink entityRef={entityRef}>{title}</ServiceLink>
        </span>
      ))}
      {more > 0 && (
        <span className="acc-muted">
          {t('campaign.more', { number: formatNumber(more) })}
        </span>
      )}
    </span>
  );
}
