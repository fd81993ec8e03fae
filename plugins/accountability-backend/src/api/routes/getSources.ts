import {
  SourcesResponse,
  sourceReadPermission,
} from 'backstage-plugin-accountability-common';
import { readQueue } from '../../assessment';
import { readCodeownersStates } from '../../codeowners';
import { readSourceHealth } from '../../ingestion';
import { readManifestStates } from '../../manifests';
import { readListStates, readPackageStates } from '../../reference';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';

/** `GET /sources`: how sources, what is looked up outside, and assessment are doing. */
export async function getSources(
  context: ApiContext,
  req: object,
): Promise<SourcesResponse> {
  await authorize(context, req, sourceReadPermission);
  const now = context.now();
  const { database } = context;
  const configured = { on: context.references };
  const [sources, queue, lists, ...looks] = await Promise.all([
    readSourceHealth(database, { now, on: context.sources }),
    readQueue(database, { now }),
    readListStates(database, configured),
    readPackageStates(database, configured),
    readCodeownersStates(database, configured),
    readManifestStates(database, configured),
  ]);
  return { sources, references: [...lists, ...looks], queue };
}
