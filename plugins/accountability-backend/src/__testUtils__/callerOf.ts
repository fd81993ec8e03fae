import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';

/** Who asks: the entity ref of a user, the subject of a machine; empty texts otherwise. */
export function callerOf(
  options: { credentials: BackstageCredentials } | { token?: string } = {},
): {
  user: string;
  machine: string;
} {
  const auth = mockServices.auth();
  const caller = { user: '', machine: '' };
  if (!('credentials' in options)) return caller;
  const { credentials } = options;
  if (auth.isPrincipal(credentials, 'user')) {
    return { ...caller, user: credentials.principal.userEntityRef };
  }
  if (auth.isPrincipal(credentials, 'service')) {
    return { ...caller, machine: credentials.principal.subject };
  }
  return caller;
}
