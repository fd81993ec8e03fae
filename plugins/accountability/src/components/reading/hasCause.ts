import { Attribution } from 'backstage-plugin-accountability-common';

/** Whether a deployment is charged, be it one of a service that the reader may not see. */
export function hasCause(
  link: Pick<Attribution, 'cause' | 'causeHidden'> | undefined,
): boolean {
  return link?.cause !== undefined || link?.causeHidden === true;
}
