import { InputError } from '@backstage/errors';

const most = 2000;

/** Why a person decided so, without blanks around it; throws 400 where nobody could act on it later. */
export function readReason(
  reason: string,
  least = 10,
  name = 'reason',
): string {
  const read = reason.trim();
  if (read.length < least || read.length > most) {
    throw new InputError(
      `${name} must have ${least} to ${most.toLocaleString(
        'en-US',
      )} characters: say what showed it, for those who read it later`,
    );
  }
  if (/\p{Cc}/u.test(read)) {
    throw new InputError(
      `${name} must not hold control characters, such as line breaks; write it as one paragraph`,
    );
  }
  return read;
}
