import { Unread } from './bodies/Read';
import { Reading } from './UploadFormat';

/** The answer to a body that could not be read. */
export function refuse({ because, tooLarge }: Unread): Reading {
  return { refused: because, tooLarge };
}
