import {
  SourcesResponse,
  sourceReadPermission,
} from 'backstage-plugin-accountability-common';
import { readQueue } from '../../assessment';
import { readSourceHealth } from '../../ingestion';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';

/** `GET /sources`: how sources and assessment are doing. */
export async function getSources(
  context: ApiContext,
  req: object,
): Promise<SourcesResponse> {
  await authorize(context, req, sourceReadPermission);
  const now = context.now();
  const [sources, queue] = await Promise.all([
    readSourceHealth(context.database, { now, on: context.sources }),
    readQueue(context.database, { now }),
  ]);
  return { sources, queue };
}
