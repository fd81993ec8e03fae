import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import {
  IncidentResponse,
  PastAttribution,
} from 'backstage-plugin-accountability-common';
import { formatInstant, formatNumber, useText } from '../../../text';
import { causeName, MethodWords } from '../../record';
import { ScrollBox, Toggle } from '../../table';

/** Links that were in force earlier, folded behind their number: superseded, never overwritten. */
export function LinkHistory({ data }: { data: IncidentResponse }) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const earlier = data.history.filter(
    ({ supersededAt }) => supersededAt !== undefined,
  );
  if (earlier.length === 0) return null;
  const values = { count: earlier.length };
  return (
    <div className="acc-history">
      <Toggle open={open} controls={id} onToggle={() => setOpen(old => !old)}>
        {open ? t('history.hide', values) : t('history.show', values)}
      </Toggle>
      {open && (
        <ScrollBox id={id} label={t('history.title')} style={{ marginTop: 8 }}>
          <Rows data={data} earlier={earlier} />
        </ScrollBox>
      )}
    </div>
  );
}

function Rows(props: { data: IncidentResponse; earlier: PastAttribution[] }) {
  const t = useText();
  const { data, earlier } = props;
  return (
    <table className="acc-table" aria-label={t('history.title')}>
      <thead>
        <tr>
          <th>{t('spans.from')}</th>
          <th>{t('spans.to')}</th>
          <th>{t('incident.cause')}</th>
          <th>{t('popover.method')}</th>
          <th>{t('history.rule')}</th>
          <th className="acc-right">{t('history.then')}</th>
        </tr>
      </thead>
      <tbody>
        {earlier.map(({ attribution, decidedAt, supersededAt }) => (
          <tr key={`${decidedAt} ${supersededAt}`}>
            <td>{formatInstant(decidedAt)}</td>
            <td>{supersededAt && formatInstant(supersededAt)}</td>
            <th scope="row">
              {causeName(attribution, { records: data.records, t }) ??
                t('causeAnswer.none')}
            </th>
            <td>
              <MethodWords method={attribution.method} />{' '}
              {formatNumber(attribution.confidence, 2)}
            </td>
            <td>{attribution.ruleVersion}</td>
            <td className="acc-right">
              <Link
                className="acc-link"
                to={`?at=${encodeURIComponent(
                  new Date(decidedAt).toISOString(),
                )}`}
              >
                {t('history.asOfThen')}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
