import '../theme/tokens.css';
import '../theme/accountability.css';
import '../theme/records.css';
import { useRouteRefParams } from '@backstage/frontend-plugin-api';
import { ScorecardPage } from '../components/scorecards';
import { scorecardRouteRef } from '../routes';

/** The scorecard that the address names. */
export function RoutedScorecardPage() {
  const { scorecard } = useRouteRefParams(scorecardRouteRef);
  return <ScorecardPage scorecard={scorecard} />;
}
