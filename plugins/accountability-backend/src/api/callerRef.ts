import { Caller } from './authorize';

/** Who a caller is: the entity ref of a user, the subject of a machine. */
export function callerRef({ principal }: Caller): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}
