import { isMachine } from 'backstage-plugin-accountability-node';
import { Account } from './account';

/** Whether an account is a person's or a machine's; undefined where GitHub does not say. A machine may have an account of a person. */
export function accountKind(
  given: Account | null | undefined,
): 'person' | 'bot' | undefined {
  const { type, login: name } = given ?? {};
  if (isMachine({ host: 'github', type, name })) return 'bot';
  return type === 'User' ? 'person' : undefined;
}
