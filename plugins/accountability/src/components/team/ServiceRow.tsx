import {
  BurdenCell,
  burdens,
  RollupService,
} from 'backstage-plugin-accountability-common';
import { formatDate, NBSP, useText } from '../../text';
import { burdenShape, CoverageWords, LevelMark, StatusIcon } from '../marks';
import { ServiceLink } from '../record';
import { INDENT } from './GroupRow';

/** One service of a team: level, the worst result of each burden, coverage, and since when the owner answers. */
export function ServiceRow(props: { service: RollupService; depth: number }) {
  const { service, depth } = props;
  return (
    <tr>
      <th scope="row" style={{ paddingLeft: (depth + 1) * INDENT }}>
        <ServiceLink entityRef={service.entityRef}>{service.title}</ServiceLink>
      </th>
      <td>
        <LevelMark
          name={service.level}
          rank={service.levelRank}
          ladder={service.ladder}
        />
      </td>
      {burdens.map(burden => (
        <td key={burden}>
          <Cell cell={service.burdens.find(each => each.burden === burden)} />
        </td>
      ))}
      <td>
        <CoverageWords coverage={service.coverage} />
      </td>
      <td className="acc-muted acc-nowrap">
        {service.ownedSince !== undefined && formatDate(service.ownedSince)}
      </td>
    </tr>
  );
}

function Cell({ cell }: { cell?: BurdenCell }) {
  const t = useText();
  if (!cell || cell.applicable === 0) {
    return <span className="acc-muted acc-small">{t('team.cellNone')}</span>;
  }
  const words =
    cell.status === 'unknown'
      ? t('team.cellUnknown', { number: String(cell.unknown) })
      : t('team.cell', {
          number: String(cell.notPassing),
          applicable: String(cell.applicable),
        });
  return (
    <span className="acc-inline acc-small acc-nowrap">
      <StatusIcon status={burdenShape(cell.status)} />
      <span className="acc-hidden">{t(`burdenStatus.${cell.status}`)},</span>
      <span className={cell.notPassing > 0 ? undefined : 'acc-muted'}>
        {words.replace(/ /g, NBSP)}
      </span>
    </span>
  );
}
