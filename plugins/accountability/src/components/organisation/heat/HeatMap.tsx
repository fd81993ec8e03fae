import {
  OrganisationCell,
  OrganisationResponse,
} from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../../text';
import { EmptySentence, Section } from '../../states';
import { ScrollBox } from '../../table';
import { OrganisationQuery } from '../useOrganisationQuery';
import { HeatBranch } from './HeatBranch';
import { percentWords } from './HeatCell';
import { HeatLegend } from './HeatLegend';
import { readCell } from './readCell';
import { firstRows } from './rowsBelow';

/** Groups by burdens: what share of the known checks does not pass, as a tree of rows. */
export function HeatMap(props: {
  data: OrganisationResponse;
  query: OrganisationQuery;
}) {
  const t = useText();
  const { data, query } = props;
  const { rows } = data;
  return (
    <Section title={t('heat.title')} sub={t('heat.sub')}>
      <div className="acc-stack">
        {!rows.some(({ of }) => of !== 'unowned') && (
          <EmptySentence>{t('heat.noGroups')}</EmptySentence>
        )}
        {rows.length > 0 && (
          <ScrollBox label={t('heat.title')}>
            <table className="acc-table acc-heatTable">
              <caption className="acc-hidden">{t('heat.caption')}</caption>
              <Head data={data} />
              <tbody>
                {firstRows(rows).map(row => (
                  <HeatBranch
                    key={`${row.of} ${row.groupRef}`}
                    row={row}
                    rows={rows}
                    depth={0}
                    query={query}
                  />
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
        <HeatLegend />
      </div>
    </Section>
  );
}

function Head({ data }: { data: OrganisationResponse }) {
  const t = useText();
  const { known, applicable } = data.coverage;
  return (
    <thead>
      <tr>
        <th scope="col">
          {t('heat.group')}
          <div className="acc-label">
            {t('organisation.services', {
              count: data.services,
              number: formatNumber(data.services),
            })}
          </div>
        </th>
        {data.burdens.map(cell => (
          <th key={cell.burden} scope="col">
            <span className="acc-plain">{t(`burden.${cell.burden}`)}</span>
            <div className="acc-label">
              <Total cell={cell} />
            </div>
          </th>
        ))}
        <th scope="col">
          <span className="acc-plain">{t('coverage.title')}</span>
          <div className="acc-label">
            {applicable > 0 &&
              t('heat.total', {
                share: percentWords((100 * known) / applicable),
                known: formatNumber(applicable),
              })}
          </div>
        </th>
      </tr>
    </thead>
  );
}

function Total({ cell }: { cell: OrganisationCell }) {
  const t = useText();
  const reading = readCell(cell);
  if (reading.is === 'none') return <>{t('heat.none')}</>;
  if (reading.is === 'unknown') return <>{t('heat.unknown')}</>;
  return (
    <>
      {t('heat.total', {
        share: percentWords(reading.percent),
        known: formatNumber(cell.known),
      })}
    </>
  );
}
