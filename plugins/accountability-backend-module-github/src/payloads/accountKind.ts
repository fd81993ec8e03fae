import { Account } from './account';

/** Whether an account is a person's or a machine's; undefined where GitHub does not say. A machine may have an account of a person. */
export function accountKind(
  given: Account | null | undefined,
): 'person' | 'bot' | undefined {
  if (given?.type === 'Bot' || given?.login?.endsWith('[bot]')) return 'bot';
  return given?.type === 'User' ? 'person' : undefined;
}
