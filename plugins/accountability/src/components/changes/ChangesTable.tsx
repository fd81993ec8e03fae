import { ServiceChange } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';
import { SourceLink } from '../links';
import { ScrollBox } from '../table';
import { changeName } from './changeName';
import { MakerCell } from './MakerCell';
import { OutcomeCell } from './OutcomeCell';
import { ReviewCell } from './ReviewCell';
import { SizeCell } from './SizeCell';

/** Changes row by row; what is not told stays unknown. */
export function ChangesTable(props: {
  changes: ServiceChange[];
  entityRef: string;
  asOf: number;
}) {
  const t = useText();
  const { changes, entityRef, asOf } = props;
  return (
    <ScrollBox label={t('changes.list')}>
      <table className="acc-table" aria-label={t('changes.list')}>
        <thead>
          <tr>
            <th style={{ minWidth: 86 }}>{t('changes.mergedOn')}</th>
            <th style={{ minWidth: 180 }}>{t('changes.change')}</th>
            <th style={{ minWidth: 150 }}>{t('changes.made')}</th>
            <th style={{ minWidth: 100 }}>{t('changes.size')}</th>
            <th style={{ minWidth: 120 }}>{t('changes.review')}</th>
            <th style={{ minWidth: 70 }}>{t('changes.owner')}</th>
            <th style={{ minWidth: 200 }}>{t('changes.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(change => (
            <tr key={change.id}>
              <td className="acc-nowrap">{formatDate(change.mergedAt)}</td>
              <th scope="row">
                <Name change={change} />
              </th>
              <td>
                <MakerCell change={change} />
              </td>
              <td>
                <SizeCell change={change} />
              </td>
              <td>
                <ReviewCell change={change} />
              </td>
              <td>
                <Owner byOwner={change.byOwner} />
              </td>
              <td>
                <OutcomeCell
                  change={change}
                  entityRef={entityRef}
                  asOf={asOf}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Name({ change }: { change: ServiceChange }) {
  const t = useText();
  const { url, origin, hotfix } = change;
  const name = changeName(change);
  const notes = [
    origin === 'push' && t('contents.push'),
    hotfix && t('contents.hotfix'),
  ].filter(Boolean);
  return (
    <>
      <span className="acc-wrap">
        {url ? <SourceLink url={url}>{name}</SourceLink> : name}
      </span>
      {notes.length > 0 && <div className="acc-label">{notes.join(', ')}</div>}
    </>
  );
}

function Owner({ byOwner }: { byOwner?: boolean }) {
  const t = useText();
  if (byOwner === undefined) return <>{t('checks.unknownValue')}</>;
  return <>{byOwner ? t('changes.yes') : t('changes.no')}</>;
}
