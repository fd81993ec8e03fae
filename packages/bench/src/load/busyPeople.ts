import { People } from 'backstage-plugin-accountability-engine';

const contributors = 40;

/** One of those who write and read the changes of a busy service, as a key. */
export function busyContributor(n: number): string {
  return `c_${`${n % contributors}`.padStart(32, '0')}`;
}

/** All of them; three in four are of the group that owns it. */
export const busyPeople: People = {
  memberships: new Map(
    Array.from({ length: contributors }, (_, n) => [
      busyContributor(n),
      n % 4 > 0 ? [{ group: 'group:default/bench' }] : [],
    ]),
  ),
  sizes: new Map([['group:default/bench', (contributors * 3) / 4]]),
  least: 5,
};
