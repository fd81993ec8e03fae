import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** Finds the tab of Accountability on the page of a service. */
export function useServicePage(): (entityRef: string) => string {
  const link = useEntityRefLink();
  return entityRef => `${link(entityRef)}/accountability`;
}
