import { SourceHealth } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { ScrollBox } from '../../table';
import { SourceRow } from './SourceRow';

/** Every source that ever delivered or tried to, those that need a person first. */
export function SourceTable(props: {
  sources: SourceHealth[];
  now: number;
  onReadAgain(source: string): void;
}) {
  const t = useText();
  const { sources, now, onReadAgain } = props;
  return (
    <ScrollBox label={t('sources.title')}>
      <table className="acc-table acc-sources" aria-label={t('sources.title')}>
        <thead>
          <tr>
            <th style={{ minWidth: 116 }}>{t('sources.state')}</th>
            <th style={{ minWidth: 80 }}>{t('sources.source')}</th>
            <th style={{ minWidth: 110 }}>{t('sources.last')}</th>
            <th style={{ minWidth: 130 }}>{t('sources.deliveries')}</th>
            <th>{t('sources.hours')}</th>
            <th style={{ minWidth: 112 }}>{t('sources.delay')}</th>
            <th>
              <span className="acc-hidden">{t('sources.action')}</span>
            </th>
          </tr>
        </thead>
        {sources.map(source => (
          <SourceRow
            key={source.source}
            source={source}
            now={now}
            onReadAgain={onReadAgain}
          />
        ))}
      </table>
    </ScrollBox>
  );
}
