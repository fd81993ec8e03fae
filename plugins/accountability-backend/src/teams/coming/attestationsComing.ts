import { ComingItem } from 'backstage-plugin-accountability-common';
import { AttestationAhead } from '../../governance';
import { dueWithinMs } from '../dueWithinMs';
import { byWeek } from './byWeek';
import { ComingAsked } from './ComingAsked';

/** Attestations that come due soon, week by week. */
export function attestationsComing({
  attestations,
  services,
  now,
}: Pick<ComingAsked, 'attestations' | 'services' | 'now'>): ComingItem[] {
  const soon = attestations.filter(
    ({ at }) => at > now && at - now <= dueWithinMs,
  );
  if (soon.length === 0) return [];
  const titles = new Map(services.map(one => [one.entityRef, one.title]));
  const ahead = soon.filter(({ entityRef }) => titles.has(entityRef));
  return byWeek(ahead, ({ at }) => at).map(({ monday, first, all }) => ({
    id: `attestations ${monday}`,
    kind: 'attestation',
    dueAt: first,
    ...sayDue(all, titles),
  }));
}

function sayDue(
  all: readonly [AttestationAhead, ...AttestationAhead[]],
  titles: ReadonlyMap<string, string>,
): Pick<ComingItem, 'title' | 'todo'> {
  const groups = new Set(all.map(({ owner }) => owner)).size;
  const [{ entityRef }] = all;
  if (all.length === 1) {
    return {
      title: 'An attestation comes due',
      todo: `The group of ${
        titles.get(entityRef) ?? entityRef
      } is to say whether it stands for it`,
    };
  }
  return {
    title: `${all.length} attestations come due`,
    todo:
      groups === 1
        ? `A group is to say whether it stands for ${all.length} services`
        : `${groups} groups are to say whether they stand for ${all.length} services`,
  };
}
