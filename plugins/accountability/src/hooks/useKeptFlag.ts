import { useCallback, useEffect, useMemo, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';

const BUCKET = 'accountability';

/** A yes or no that Backstage keeps for the reader; false until they said yes, and undefined until that is known. */
export function useKeptFlag(
  key: string,
): [value: boolean | undefined, keep: (value: boolean) => void] {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [snapshot, setSnapshot] = useState(() => bucket.snapshot<boolean>(key));
  const [said, setSaid] = useState<boolean>();
  useEffect(() => {
    setSnapshot(bucket.snapshot<boolean>(key));
    const subscription = bucket.observe$<boolean>(key).subscribe(setSnapshot);
    return () => subscription.unsubscribe();
  }, [bucket, key]);
  const keep = useCallback(
    (value: boolean) => {
      setSaid(value);
      // What cannot be kept still holds until the page is left.
      bucket.set(key, value).catch(() => undefined);
    },
    [bucket, key],
  );
  if (said !== undefined) return [said, keep];
  const known = snapshot.presence !== 'unknown';
  return [known ? snapshot.value === true : undefined, keep];
}
