import { isRubberStamp } from '../changes';
import { People } from '../people';
import { anyIn } from './anyIn';
import { approvedIn } from './approvedIn';
import { OwnedChange } from './ownedChanges';
import { standsFor } from './standsFor';

/**
 * Whether somebody of the group that owned the service then wrote a change or
 * approved it with care. Undefined where nobody of the group is known to have,
 * and not everybody is known who did.
 */
export function touchedBy(
  { change, then }: OwnedChange,
  people: People,
): boolean | undefined {
  const person = standsFor(change);
  const written =
    person === 'nobody' ? false : anyIn(people, [person?.key], then);
  const approved =
    isRubberStamp(change) === true ? false : approvedIn(people, change, then);
  if (written || approved) return true;
  return written === undefined || approved === undefined ? undefined : false;
}
