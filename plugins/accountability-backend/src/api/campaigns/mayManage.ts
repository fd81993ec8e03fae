import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { campaignManagePermission } from 'backstage-plugin-accountability-common';
import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';

/** Whether a caller may write, start and end campaigns. */
export async function mayManage(
  context: Pick<ApiContext, 'permissions'>,
  credentials: Caller,
): Promise<boolean> {
  const [decision] = await context.permissions.authorize(
    [{ permission: campaignManagePermission }],
    { credentials },
  );
  return decision.result === AuthorizeResult.ALLOW;
}
