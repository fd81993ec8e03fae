import {
  Attribution,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { Text } from '../../text';
import { nameById } from './nameById';

/** What a link charges, by its name among records at hand; in words where its service may not be seen; undefined where it charges nothing. */
export function causeName(
  link: Pick<Attribution, 'cause' | 'causeHidden'> | undefined,
  given: { records: ServiceRecord[]; t: Text },
): string | undefined {
  if (link?.causeHidden) return given.t('incident.causeHidden');
  return link?.cause === undefined
    ? undefined
    : nameById(given.records)(link.cause);
}
