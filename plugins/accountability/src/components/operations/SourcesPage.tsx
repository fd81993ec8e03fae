import '../../theme/tokens.css';
import '../../theme/accountability.css';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SourcesResponse,
  sourceReadPermission,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { POLL_MS, usePolled } from '../../hooks';
import { formatNumber, useText } from '../../text';
import { Answer, EmptySentence, Section } from '../states';
import { QueueStrip } from './QueueStrip';
import { SourceRow, verdictOrder } from './SourceRow';

/** How every source is doing, and how many services wait for assessment. */
export function SourcesPage() {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const sources = usePolled(() => api.getSources(), {
    key: 'sources',
    everyMs: POLL_MS,
  });
  return (
    <div className="acc-stack acc-page">
      <Answer
        polled={sources}
        what={t('operations.whatSources')}
        permission={sourceReadPermission.name}
        boxes={[90, 260]}
      >
        {data => (
          <>
            <QueueStrip
              queue={data.queue}
              now={sources.refreshedAt ?? Date.now()}
            />
            <Section
              title={t('operations.sourcesTitle')}
              sub={t('operations.sourcesSub')}
            >
              {data.sources.length === 0 ? (
                <EmptySentence>{t('operations.sourcesEmpty')}</EmptySentence>
              ) : (
                <Rows data={data} now={sources.refreshedAt ?? Date.now()} />
              )}
            </Section>
          </>
        )}
      </Answer>
    </div>
  );
}

function Rows({ data, now }: { data: SourcesResponse; now: number }) {
  const t = useText();
  return (
    <div className="acc-scroll">
      <table className="acc-table" aria-label={t('operations.sourcesTitle')}>
        <thead>
          <tr>
            <th>{t('operations.source')}</th>
            <th>{t('operations.lastReceived')}</th>
            {verdictOrder.map(status => (
              <th key={status} className="acc-right">
                {t(`operations.${status}`)}
              </th>
            ))}
            <th style={{ paddingLeft: 24 }}>{t('operations.troubles')}</th>
          </tr>
        </thead>
        <tbody>
          {data.sources.map(source => (
            <SourceRow
              key={source.source}
              source={source}
              now={now}
              print={formatNumber}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
