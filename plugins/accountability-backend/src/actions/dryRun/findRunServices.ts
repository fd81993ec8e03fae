import {
  ApiContext,
  Caller,
  findEntityRef,
  findService,
  findVisibleServices,
  missingGroup,
} from '../../api';
import { readTreeRefs } from '../../assessment';
import { ServiceFile, readGroupTree, readServices } from '../../ownership';
import { entityPathOf } from '../entityPathOf';

/** Services that a candidate is run for, and how many more there are. */
export interface RunServices {
  files: ServiceFile[];
  left: number;
}

/** The service, or the first services of the group by ref, that the caller may read; throws 404 where there is none. */
export async function findRunServices(
  api: ApiContext,
  asked: { service?: string; group?: string; caller: Caller },
  most: number,
): Promise<RunServices> {
  const { service, group = '', caller } = asked;
  if (service !== undefined) {
    const path = entityPathOf(service, 'component');
    return { files: [await findService(api, path, caller)], left: 0 };
  }
  const path = entityPathOf(group, 'group');
  const groupRef = await findEntityRef(api, path, caller);
  const tree = await readGroupTree(api.database, { groupRef });
  if (tree.length === 0) throw missingGroup(api, groupRef);
  const refs = await readTreeRefs(api.database, {
    groupRef,
    visible: await findVisibleServices(api, groupRef, caller),
  });
  return {
    files: await readServices(api.database, {
      entityRefs: refs.slice(0, most),
    }),
    left: Math.max(0, refs.length - most),
  };
}
