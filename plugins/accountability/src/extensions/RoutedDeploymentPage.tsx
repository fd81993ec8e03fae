import '../theme/tokens.css';
import '../theme/accountability.css';
import '../theme/records.css';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRefParams } from '@backstage/frontend-plugin-api';
import { DeploymentPage } from '../components/deployment';
import { deploymentRouteRef } from '../routes';

/** The deployment that the address names. */
export function RoutedDeploymentPage() {
  const { record, ...service } = useRouteRefParams(deploymentRouteRef);
  return (
    <DeploymentPage entityRef={stringifyEntityRef(service)} record={record} />
  );
}
