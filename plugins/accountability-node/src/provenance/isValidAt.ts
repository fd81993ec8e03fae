import { ProvenanceMarker } from './ProvenanceMarker';

/** Whether a marker means what it says at an instant, epoch milliseconds. */
export function isValidAt(
  { validFrom, validTo }: Pick<ProvenanceMarker, 'validFrom' | 'validTo'>,
  at: number,
): boolean {
  return (
    (validFrom === undefined || Date.parse(validFrom) <= at) &&
    (validTo === undefined || at < Date.parse(validTo))
  );
}
