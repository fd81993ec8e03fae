import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import {
  burdens,
  OrganisationRow,
} from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../../text';
import { CoverageBar } from '../../marks';
import { OrganisationQuery } from '../useOrganisationQuery';
import { HeatCell, percentWords } from './HeatCell';
import { useRowTitle } from './useRowTitle';

/** Space that one step down the tree takes, px. */
const INDENT = 12;

/** Whether the groups below a row are shown; absent where there are none. */
export interface Fold {
  open: boolean;
  toggle(): void;
}

/** A group of the heat map, with all groups below it. */
export function HeatRow(props: {
  row: OrganisationRow;
  depth: number;
  query: OrganisationQuery;
  fold?: Fold;
}) {
  const t = useText();
  const { row, depth, query, fold } = props;
  const title = useRowTitle()(row);
  return (
    <tr>
      <th scope="row">
        <span className="acc-heatName" style={{ paddingLeft: depth * INDENT }}>
          <FoldButton title={title} fold={fold} />
          <span>
            <Name row={row} title={title} query={query} />
            <span className="acc-label acc-block1">
              {t('organisation.services', {
                count: row.services,
                number: formatNumber(row.services),
              })}
            </span>
          </span>
        </span>
      </th>
      {burdens.map(burden => {
        const cell = row.burdens.find(each => each.burden === burden);
        return cell ? (
          <HeatCell
            key={burden}
            cell={cell}
            row={title}
            onOpen={() =>
              query.open({ of: row.of, groupRef: row.groupRef, burden })
            }
          />
        ) : (
          <td key={burden} />
        );
      })}
      <Covered row={row} />
    </tr>
  );
}

function FoldButton({ title, fold }: { title: string; fold?: Fold }) {
  const t = useText();
  if (!fold) return <span className="acc-heatFold" />;
  const Arrow = fold.open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <button
      type="button"
      className="acc-textButton acc-heatFold"
      aria-expanded={fold.open}
      aria-label={t('heat.below', { title })}
      onClick={fold.toggle}
    >
      <Arrow size={16} aria-hidden />
    </button>
  );
}

function Name(props: {
  row: OrganisationRow;
  title: string;
  query: OrganisationQuery;
}) {
  const t = useText();
  const { row, title, query } = props;
  if (row.of !== 'tree' || row.groupRef === query.filter.group) {
    return <span>{title}</span>;
  }
  return (
    <Link
      className="acc-link"
      to={{ search: query.searchOf(row.groupRef) }}
      title={t('heat.narrow', { title })}
    >
      {title}
    </Link>
  );
}

function Covered({ row }: { row: OrganisationRow }) {
  const t = useText();
  const { known, applicable } = row.coverage;
  const counts = {
    known: formatNumber(known),
    applicable: formatNumber(applicable),
  };
  return (
    <td data-label={t('coverage.title')}>
      {applicable === 0 ? (
        <span className="acc-muted acc-small">{t('heat.none')}</span>
      ) : (
        <span className="acc-heatCovered">
          <span className="acc-heatNumbers">
            <span>{percentWords((100 * known) / applicable)}</span>
            <span className="acc-label">{t('coverage.of', counts)}</span>
          </span>
          <CoverageBar
            coverage={row.coverage}
            label={t('coverage.checks', counts)}
          />
        </span>
      )}
    </td>
  );
}
