import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { CallerRequest } from '../api';

/** What a route is asked with. */
interface Asked<TParams, TQuery, TBody> {
  params: TParams;
  query: TQuery;
  body: TBody;
}

/** Who calls an action, and how it is known who that is. */
interface Calling {
  auth: AuthService;
  credentials: BackstageCredentials;
}

/** A request to a route by the caller of an action. Throws where nobody is known to call. */
export function callerRequest<
  TParams extends object = {},
  TQuery extends object = {},
  TBody = undefined,
>(
  { auth, credentials }: Calling,
  asked: Asked<TParams, TQuery, TBody>,
): CallerRequest<TParams, TQuery, TBody> {
  if (
    auth.isPrincipal(credentials, 'user') ||
    auth.isPrincipal(credentials, 'service')
  ) {
    return new CallerRequest(credentials, asked);
  }
  throw new AuthenticationError('An action is called by somebody who is known');
}

/**
 * Throws 403 unless a user calls. What is restricted about the token of a
 * machine is lost on its way through the actions, and what is written down
 * names who asked.
 */
export function onlyUsers({ auth, credentials }: Calling): void {
  if (!auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError(
      'This is written down under the name of who asks, and a machine is not known by its own name here: call it as a user, or ask the HTTP API with the token of the machine',
    );
  }
}
