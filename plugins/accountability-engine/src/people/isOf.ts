import { People } from './People';

/** Whether a contributor was in a group, or in one below it, at an instant; undefined where the catalog does not know who it is. */
export function isOf(
  { memberships }: Pick<People, 'memberships'>,
  contributor: string,
  { group, at }: { group: string; at: number },
): boolean | undefined {
  return memberships
    .get(contributor)
    ?.some(
      one =>
        one.group === group &&
        (one.from === undefined || one.from <= at) &&
        (one.to === undefined || at < one.to),
    );
}
