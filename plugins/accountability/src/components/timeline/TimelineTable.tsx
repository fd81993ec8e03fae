import {
  Attribution,
  OwnerSpan,
  TimelineResponse,
} from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../text';
import { ownersAround, refName } from '../reading';
import { causeName } from '../record/causeName';
import { TimelineLayout } from './layout';
import { recordName } from './recordName';
import { laneName } from './useLanes';

/** The same data as the chart, as a table that only screen readers meet. */
export function TimelineTable(props: {
  timeline: TimelineResponse;
  layout: TimelineLayout;
}) {
  const t = useText();
  const { timeline, layout } = props;
  const outcomeOf = (link?: Attribution) => {
    const cause = causeName(link, { records: timeline.records, t });
    return link && cause
      ? `${t(`popover.methods.${link.method}`)}: ${cause}`
      : t('mark.unattributed');
  };
  const rows = [
    ...layout.lanes.flatMap(lane =>
      lane.marks.map(mark => ({
        id: mark.id,
        at: mark.record.startedAt,
        lane: laneName(lane, t),
        what: recordName(mark.record, { bare: true }),
        outcome: t(`mark.${mark.shape}`),
      })),
    ),
    ...layout.incidents.marks.map(({ id, record, attribution }) => ({
      id,
      at: record.startedAt,
      lane: t('timeline.incidents'),
      what: recordName(record),
      outcome: outcomeOf(attribution),
    })),
  ].sort((a, b) => a.at - b.at);
  return (
    <div className="acc-hidden">
      <table>
        <caption>{t('hiddenTable.caption')}</caption>
        <thead>
          <tr>
            <th>{t('hiddenTable.when')}</th>
            <th>{t('hiddenTable.lane')}</th>
            <th>{t('hiddenTable.what')}</th>
            <th>{t('hiddenTable.outcome')}</th>
            <th>{t('hiddenTable.owner')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <td>{formatInstant(row.at)}</td>
              <td>{row.lane}</td>
              <th scope="row">{row.what}</th>
              <td>{row.outcome}</td>
              <td>{ownerThen(timeline.spans, row.at) ?? t('owner.none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ownerThen(spans: OwnerSpan[], at: number): string | undefined {
  const { current } = ownersAround(spans, at);
  return current && refName(current.owner);
}
