import '../theme/tokens.css';
import '../theme/accountability.css';
import '../theme/records.css';
import { useRouteRefParams } from '@backstage/frontend-plugin-api';
import { DecisionPage } from '../components/gates';
import { decisionRouteRef } from '../routes';

/** The decision that the address names. */
export function RoutedDecisionPage() {
  const { id } = useRouteRefParams(decisionRouteRef);
  return <DecisionPage id={id} />;
}
