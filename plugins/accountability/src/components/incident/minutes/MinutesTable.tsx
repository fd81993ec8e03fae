import {
  IncidentResponse,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { formatInstant, Text, useText } from '../../../text';
import { recordOutcome } from '../../evidence/recordOutcome';
import { recordName, shortId } from '../../timeline/recordName';
import { answersOf } from './answersOf';

interface Row {
  key: string;
  at: number;
  what: string;
  happened: string;
}

/** The same as the chart, instant by instant, as a table that only screen readers meet. */
export function MinutesTable(props: { data: IncidentResponse; now: number }) {
  const t = useText();
  const rows = rowsOf(props.data, t);
  return (
    <div className="acc-hidden">
      <table>
        <caption>{t('minutes.caption')}</caption>
        <thead>
          <tr>
            <th>{t('evidence.when')}</th>
            <th>{t('hiddenTable.what')}</th>
            <th>{t('minutes.happened')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}>
              <td>{formatInstant(row.at)}</td>
              <th scope="row">{row.what}</th>
              <td>{row.happened}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowsOf(data: IncidentResponse, t: Text): Row[] {
  const { incident, records } = data;
  const others = records.filter(({ id }) => id !== incident.id);
  return [
    ...others.map(record => rowOf(record, data, t)),
    ...own(data, t),
  ].sort((a, b) => a.at - b.at || a.key.localeCompare(b.key, 'en'));
}

function rowOf(record: ServiceRecord, data: IncidentResponse, t: Text): Row {
  const { attribution } = data;
  const role = () => {
    if (record.id === attribution?.cause) return t('minuteRole.cause');
    if (record.id === attribution?.remedy?.record)
      return t('minuteRole.remedy');
    return attribution?.candidates.some(each => each.record === record.id)
      ? t('minuteRole.candidate')
      : undefined;
  };
  return {
    key: record.id,
    at: record.startedAt,
    what: recordName(record),
    happened: [t(`record.${record.kind}`), role(), recordOutcome(record, t)]
      .filter(Boolean)
      .join(', '),
  };
}

/** Everything that is told of the incident itself. */
function own({ incident }: IncidentResponse, t: Text): Row[] {
  const what = recordName(incident);
  const { startedAt, episodes } = incident;
  const rows: (Omit<Row, 'key' | 'what' | 'at'> & { at?: number })[] = [
    { at: startedAt, happened: t('minutes.began') },
    ...answersOf(incident, []).map(({ at, step, team }) => ({
      at,
      happened: [t(`answerStep.${step}`), team && shortId(team)]
        .filter(Boolean)
        .join(', '),
    })),
    ...episodes.flatMap(({ from, to }, place) => [
      {
        at: from,
        happened: place === 0 ? t('minutes.opened') : t('minutes.reopened'),
      },
      { at: to, happened: t('minutes.resolved') },
    ]),
  ];
  return rows.flatMap(({ at, happened }, place) =>
    at === undefined ? [] : [{ key: `own ${place}`, at, what, happened }],
  );
}
