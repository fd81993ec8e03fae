import '../theme/tokens.css';
import '../theme/accountability.css';
import '../theme/records.css';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRefParams } from '@backstage/frontend-plugin-api';
import { IncidentPage } from '../components/incident';
import { incidentRouteRef } from '../routes';

/** The incident that the address names. */
export function RoutedIncidentPage() {
  const { record, ...service } = useRouteRefParams(incidentRouteRef);
  return (
    <IncidentPage entityRef={stringifyEntityRef(service)} record={record} />
  );
}
