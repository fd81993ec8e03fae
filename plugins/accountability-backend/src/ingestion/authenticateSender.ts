import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { deliveryCreatePermission } from 'backstage-plugin-accountability-common';
import { Request } from 'express';

/** Lets a Backstage principal with the permission to send deliveries pass, and gives who that is; throws 401 or 403 for any other caller. */
export async function authenticateSender(
  req: Request,
  services: { httpAuth: HttpAuthService; permissions: PermissionsService },
): Promise<string> {
  const credentials = await services.httpAuth.credentials(req, {
    allow: ['service', 'user'],
  });
  const [decision] = await services.permissions.authorize(
    [{ permission: deliveryCreatePermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `Sending deliveries needs the permission ${deliveryCreatePermission.name}`,
    );
  }
  const { principal } = credentials;
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}
