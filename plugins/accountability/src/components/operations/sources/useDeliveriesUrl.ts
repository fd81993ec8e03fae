import { useEffect, useState } from 'react';
import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';

const ROUTE = '/deliveries/';

/** The address that the name of a source is appended to, as this browser reaches it. */
export function useDeliveriesUrl(): string {
  const discovery = useApi(discoveryApiRef);
  const [base, setBase] = useState('/api/accountability');
  useEffect(() => {
    let gone = false;
    discovery.getBaseUrl('accountability').then(
      url => {
        if (!gone) setBase(url);
      },
      // The bare path is right too, only shorter.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [discovery]);
  return `${base}${ROUTE}`;
}
