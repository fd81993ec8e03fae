import { useEffect, useState } from 'react';
import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';

/** The address of Accountability's API, as this browser reaches it. */
export function usePluginUrl(): string {
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
  return base;
}
