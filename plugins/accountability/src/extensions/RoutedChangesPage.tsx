import '../theme/tokens.css';
import '../theme/accountability.css';
import '../theme/records.css';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRefParams } from '@backstage/frontend-plugin-api';
import { ChangesPage } from '../components/changes';
import { changesRouteRef } from '../routes';

/** The changes of the service that the address names. */
export function RoutedChangesPage() {
  const service = useRouteRefParams(changesRouteRef);
  return <ChangesPage entityRef={stringifyEntityRef(service)} />;
}
