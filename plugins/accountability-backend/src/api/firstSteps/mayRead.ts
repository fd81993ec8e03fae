import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  decisionReadPermission,
  policyReadPermission,
  sourceReadPermission,
  unownedReadPermission,
} from 'backstage-plugin-accountability-common';
import { ApiContext } from '../ApiContext';

/** What of the first steps a caller may be told besides services, asked in one go. */
export async function mayRead(
  { permissions }: Pick<ApiContext, 'permissions'>,
  credentials: BackstageCredentials,
) {
  const asked = [
    sourceReadPermission,
    unownedReadPermission,
    policyReadPermission,
    decisionReadPermission,
  ];
  const [sources, unowned, policy, decisions] = (
    await permissions.authorize(
      asked.map(permission => ({ permission })),
      { credentials },
    )
  ).map(({ result }) => result === AuthorizeResult.ALLOW);
  return { sources, unowned, policy, decisions };
}
