import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';

/** Whether a caller is a person who belongs to a group, by what Backstage knows of their ownership; machines belong to none. */
export async function isMember(
  context: Pick<ApiContext, 'userInfo'>,
  credentials: Caller,
  groupRef: string,
): Promise<boolean> {
  if (credentials.principal.type !== 'user') return false;
  const { ownershipEntityRefs } = await context.userInfo.getUserInfo(
    credentials,
  );
  return ownershipEntityRefs.some(
    ref => ref.toLocaleLowerCase('en-US') === groupRef,
  );
}
