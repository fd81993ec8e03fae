import { OrganisationService } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../../text';
import { StatusMark } from '../../marks';
import { ScorecardLink } from '../ScorecardLink';

/** Results of a service with a link to the scorecard of each, and since when they are so. */
export function ResultList(props: { results: OrganisationService['results'] }) {
  const t = useText();
  const { results } = props;
  if (results.length === 0) {
    return <span className="acc-muted">{t('behind.allPass')}</span>;
  }
  return (
    <ul className="acc-results">
      {results.map(({ scorecard, check, title, status, severity, since }) => (
        <li key={`${scorecard} ${check}`}>
          <StatusMark status={status} />
          <span>
            <ScorecardLink scorecard={scorecard}>{title}</ScorecardLink>
            <span className="acc-label acc-block1">
              {t(`severity.${severity}`)}
              {', '}
              {t('behind.since', { at: formatDate(since) })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
