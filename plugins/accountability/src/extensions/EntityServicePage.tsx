import '../theme/tokens.css';
import '../theme/accountability.css';
import '../theme/records.css';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ServicePage } from '../components/service';

/** The page of the entity around it. */
export function EntityServicePage() {
  const { entity } = useEntity();
  return <ServicePage entityRef={stringifyEntityRef(entity)} />;
}
