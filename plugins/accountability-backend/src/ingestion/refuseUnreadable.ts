import { InputError } from '@backstage/errors';
import { Collected } from 'backstage-plugin-accountability-node';
import { PayloadTooLargeError } from './readBody';

/**
 * Throws for what cannot be read at all. Its caller is a program that can
 * correct it, so nothing is stored; senders of webhooks cannot, and theirs
 * are kept for replay.
 */
export function refuseUnreadable(collected: Collected): void {
  if (collected.status !== 'rejected') return;
  if (collected.tooLarge) throw new PayloadTooLargeError(collected.because);
  throw new InputError(collected.because);
}
