import { ReferenceHealth } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { ScrollBox } from '../../table';
import { ReferenceRow } from './ReferenceRow';
import { sortReferences } from './referenceState';

/** Everything that is looked up outside, what needs a person first. */
export function ReferenceTable(props: {
  references: ReferenceHealth[];
  now: number;
}) {
  const t = useText();
  const { references, now } = props;
  return (
    <ScrollBox label={t('references.title')}>
      <table
        className="acc-table acc-sources"
        aria-label={t('references.title')}
      >
        <thead>
          <tr>
            <th style={{ minWidth: 116 }}>{t('sources.state')}</th>
            <th style={{ minWidth: 180 }}>{t('references.what')}</th>
            <th style={{ minWidth: 150 }}>{t('references.entries')}</th>
            <th style={{ minWidth: 150 }}>{t('references.asOf')}</th>
          </tr>
        </thead>
        {sortReferences(references, now).map(reference => (
          <ReferenceRow key={reference.id} reference={reference} now={now} />
        ))}
      </table>
    </ScrollBox>
  );
}
