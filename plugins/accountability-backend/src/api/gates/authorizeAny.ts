import { isError, NotAllowedError } from '@backstage/errors';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { ApiContext } from '../ApiContext';
import { authorize, Caller } from '../authorize';

/** Like `authorize`, for a caller who holds any of the permissions. */
export async function authorizeAny(
  context: Pick<ApiContext, 'httpAuth' | 'permissions'>,
  req: unknown,
  permissions: readonly BasicPermission[],
): Promise<Caller> {
  for (const permission of permissions) {
    try {
      return await authorize(context, req, permission);
    } catch (error) {
      if (!isError(error) || error.name !== 'NotAllowedError') throw error;
    }
  }
  throw new NotAllowedError(
    `You need one of the permissions ${permissions
      .map(({ name }) => name)
      .join(', ')} for this`,
  );
}
