import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { Request } from 'express';
import { ApiContext } from './ApiContext';
import { CallerRequest } from './CallerRequest';

/** A person or a machine that is known. */
export type Caller = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** The caller's credentials, once they hold the permission; throws 401 or 403 otherwise. */
export async function authorize(
  context: Pick<ApiContext, 'httpAuth' | 'permissions'>,
  req: unknown,
  permission: BasicPermission,
): Promise<Caller> {
  const credentials =
    req instanceof CallerRequest
      ? req.caller
      : await context.httpAuth.credentials(
          // The typed router narrows query and params, which credentials are not read from.
          req as Request,
          { allow: ['user', 'service'] },
        );
  const [decision] = await context.permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You need the permission ${permission.name} for this`,
    );
  }
  return credentials;
}
