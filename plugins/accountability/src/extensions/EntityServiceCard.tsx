import '../theme/tokens.css';
import '../theme/accountability.css';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ServiceCard } from '../components/card';

/** The card of the entity around it. */
export function EntityServiceCard() {
  const { entity } = useEntity();
  return <ServiceCard entityRef={stringifyEntityRef(entity)} />;
}
