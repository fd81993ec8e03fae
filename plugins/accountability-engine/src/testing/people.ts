import { People } from '../people';

/** Contributors of groups, by the group's entity ref; sizes are their numbers. */
export function people(groups: Record<string, readonly string[]>): People {
  const memberships = new Map<string, { group: string }[]>();
  for (const [group, members] of Object.entries(groups)) {
    for (const member of members) {
      const known = memberships.get(member) ?? [];
      memberships.set(member, [...known, { group }]);
    }
  }
  return {
    memberships,
    sizes: new Map(
      Object.entries(groups).map(([group, members]) => [group, members.length]),
    ),
    least: 5,
  };
}

/** The five of the group that owns the service of worked examples, and five of another. */
export const twoTeams: People = people({
  'group:default/payments': ['ada', 'ben', 'cyd', 'dov', 'eva'],
  'group:default/search': ['sam', 'tom', 'uma', 'vic', 'wil'],
});
