import { IANAZone } from 'luxon';
import { FactContext } from './defineFact';

/** IANA zone of who owns the service now; undefined where nobody does, or names none that there is. */
export function zoneOfOwner({
  now,
  ownerAt,
  zoneOf,
}: FactContext): string | undefined {
  const owner = ownerAt(now);
  const zone = owner.status === 'known' ? zoneOf(owner.owner) : undefined;
  return zone !== undefined && IANAZone.create(zone).isValid ? zone : undefined;
}
