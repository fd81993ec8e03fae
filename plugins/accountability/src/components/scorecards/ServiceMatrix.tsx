import {
  ScorecardServiceRow,
  ScorecardSummary,
} from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';
import { CoverageWords, LevelMark, StatusIcon } from '../marks';
import { ServiceLink } from '../record';
import { OwnerName } from '../service/OwnerName';
import { ScrollBox } from '../table';

type Check = ScorecardSummary['checks'][number];

/** Services by checks: a shape in each cell, its words for those who hear it and those who point at it. */
export function ServiceMatrix(props: {
  scorecard: ScorecardSummary;
  services: ScorecardServiceRow[];
}) {
  const t = useText();
  const { checks } = props.scorecard;
  return (
    <ScrollBox label={t('scorecard.servicesTitle')}>
      <table
        className="acc-table acc-matrix"
        aria-label={t('scorecard.servicesTitle')}
      >
        <thead>
          <tr>
            <th style={{ minWidth: 170 }}>{t('scorecard.service')}</th>
            <th style={{ minWidth: 80 }}>{t('scorecard.level')}</th>
            <th style={{ minWidth: 70 }}>{t('coverage.title')}</th>
            {checks.map(({ check, title }) => (
              <th key={check} className="acc-matrixHead">
                <span title={title}>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.services.map(service => (
            <Row
              key={service.entityRef}
              service={service}
              scorecard={props.scorecard}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row(props: {
  service: ScorecardServiceRow;
  scorecard: ScorecardSummary;
}) {
  const { service } = props;
  const { checks, levels } = props.scorecard;
  const { entityRef, title, owner, level, rank, coverage, results } = service;
  return (
    <tr>
      <th scope="row">
        <ServiceLink entityRef={entityRef}>{title}</ServiceLink>
        <div className="acc-label">
          <OwnerName owner={owner} />
        </div>
      </th>
      <td>
        <LevelMark name={level} rank={rank} ladder={levels} />
      </td>
      <td>
        <CoverageWords coverage={coverage} />
      </td>
      {checks.map(check => (
        <Cell key={check.check} check={check} result={results[check.check]} />
      ))}
    </tr>
  );
}

function Cell(props: {
  check: Check;
  result?: ScorecardServiceRow['results'][string];
}) {
  const t = useText();
  const { check, result } = props;
  const words = result
    ? t('scorecard.cell', {
        check: check.title,
        status: t(`status.${result.status}`).toLocaleLowerCase('en'),
        at: formatDate(result.since),
      })
    : t('scorecard.notAsked', { check: check.title });
  return (
    <td className="acc-matrixCell" title={words}>
      {result && <StatusIcon status={result.status} />}
      <span className="acc-hidden">{words}</span>
    </td>
  );
}
