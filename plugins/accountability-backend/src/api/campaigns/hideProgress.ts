import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CampaignOwner } from 'backstage-plugin-accountability-common';
import { StoredProgress } from '../../assessment';
import { ApiContext } from '../ApiContext';
import { listVisible } from '../scorecards/listVisible';

const MOST_LEFT = 50;

/**
 * Progress that names only services and owners that the caller may read; the
 * others stay in the sums. Asks about services that are left alone: nobody
 * else is named.
 */
export async function hideProgress(
  context: Pick<ApiContext, 'catalog' | 'permissions'>,
  progress: StoredProgress,
  credentials: BackstageCredentials,
): Promise<StoredProgress> {
  const visible = await listVisible(context, credentials, async () =>
    progress.owners.flatMap(({ owner, left }) => [
      ...(owner === undefined ? [] : [owner]),
      ...left.map(({ entityRef }) => entityRef),
    ]),
  );
  const names = visible && new Set(visible);
  const isShown = (ref: string) => !names || names.has(ref);
  return {
    ...progress,
    owners: progress.owners.flatMap((one): CampaignOwner[] =>
      one.owner === undefined || isShown(one.owner)
        ? [
            {
              ...one,
              left: one.left
                .filter(({ entityRef }) => isShown(entityRef))
                .slice(0, MOST_LEFT),
            },
          ]
        : [],
    ),
  };
}
