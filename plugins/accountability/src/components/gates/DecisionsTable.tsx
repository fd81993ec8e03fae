import { useRouteRef } from '@backstage/frontend-plugin-api';
import { DecisionSummary } from 'backstage-plugin-accountability-common';
import { Link } from 'react-router-dom';
import { decisionRouteRef } from '../../routes';
import { formatInstant, useText } from '../../text';
import { refName } from '../reading';
import { ServiceLink } from '../record';
import { ScrollBox } from '../table';
import { OutcomeMark } from './OutcomeMark';
import { ReviewWords } from './ReviewWords';

/** Decisions row by row; each opens with its evidence. */
export function DecisionsTable(props: {
  decisions: DecisionSummary[];
  asOf: number;
}) {
  const t = useText();
  const { decisions, asOf } = props;
  return (
    <ScrollBox label={t('decisions.title')}>
      <table className="acc-table acc-rows" aria-label={t('decisions.title')}>
        <thead>
          <tr>
            <th style={{ minWidth: 130 }}>{t('decisions.when')}</th>
            <th style={{ minWidth: 110 }}>{t('decisions.verdict')}</th>
            <th style={{ minWidth: 130 }}>{t('decisions.service')}</th>
            <th style={{ minWidth: 130 }}>{t('decisions.gate')}</th>
            <th style={{ minWidth: 110 }}>{t('decisions.asked')}</th>
            <th style={{ minWidth: 260 }}>{t('decisions.why')}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(decision => (
            <Row key={decision.id} decision={decision} asOf={asOf} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row(props: { decision: DecisionSummary; asOf: number }) {
  const t = useText();
  const { decision, asOf } = props;
  const page = useRouteRef(decisionRouteRef);
  const { id, at, entityRef, environment, commit, breakGlass } = decision;
  const service = refName(entityRef);
  const when = formatInstant(at);
  return (
    <tr>
      <th scope="row" className="acc-nowrap">
        {page ? (
          <Link
            className="acc-link"
            to={page({ id })}
            aria-label={t('decisions.open', { service, at: when })}
          >
            {when}
          </Link>
        ) : (
          when
        )}
      </th>
      <td data-label={t('decisions.verdict')}>
        <OutcomeMark outcome={decision.outcome} />
        {breakGlass && (
          <div className="acc-label">
            <ReviewWords breakGlass={breakGlass} asOf={asOf} />
          </div>
        )}
      </td>
      <td data-label={t('decisions.service')}>
        <ServiceLink entityRef={entityRef}>{service}</ServiceLink>
      </td>
      <td data-label={t('decisions.gate')}>{decision.title}</td>
      <td data-label={t('decisions.asked')}>
        {[decision.point, environment].filter(Boolean).join(', ')}
        {commit && (
          <div className="acc-code acc-muted">{commit.slice(0, 10)}</div>
        )}
      </td>
      <td data-label={t('decisions.why')}>{decision.because}</td>
    </tr>
  );
}
