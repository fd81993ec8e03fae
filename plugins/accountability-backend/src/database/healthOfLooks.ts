import {
  ReferenceHealth,
  ReferenceId,
} from 'backstage-plugin-accountability-common';
import { LookCounts } from './countLooks';

/** How looking up many things one by one is going; `because` is told where any fails. */
export function healthOfLooks(
  id: ReferenceId,
  counts: LookCounts,
  because: string,
): ReferenceHealth {
  const { read, absent, failing, waiting, lastAt } = counts;
  const looked = read + absent + failing;
  const outcome = failing > 0 ? 'failing' : 'good';
  return {
    id,
    state: looked === 0 ? 'waiting' : outcome,
    entries: read,
    absent,
    failing,
    waiting,
    ...(lastAt !== undefined && { loadedAt: lastAt }),
    ...(failing > 0 && { because }),
  };
}
