import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** How many people are in each group, those of groups below it included, by ref. Groups without anybody are 0. */
export function sizesOf(given: {
  groups: readonly Entity[];
  users: readonly Entity[];
}): Map<string, number> {
  const parents = new Map<string, string[]>();
  const direct = new Map<string, Set<string>>();
  for (const group of given.groups) {
    const ref = stringifyEntityRef(group);
    parents.set(
      ref,
      refsOf(group, { type: RELATION_CHILD_OF, or: group.spec?.parent }),
    );
    const members = refsOf(group, {
      type: RELATION_HAS_MEMBER,
      or: group.spec?.members,
      defaultKind: 'User',
    });
    direct.set(ref, new Set(members.filter(one => one.startsWith('user:'))));
  }
  for (const user of given.users) {
    const ref = stringifyEntityRef(user);
    const groups = refsOf(user, {
      type: RELATION_MEMBER_OF,
      or: user.spec?.memberOf,
    });
    groups.forEach(group => direct.get(group)?.add(ref));
  }
  return sumUp(direct, parents);
}

function sumUp(
  direct: ReadonlyMap<string, ReadonlySet<string>>,
  parents: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const all = new Map([...direct.keys()].map(ref => [ref, new Set<string>()]));
  for (const [ref, members] of direct) {
    for (const above of selfAndAbove(ref, parents)) {
      members.forEach(member => all.get(above)?.add(member));
    }
  }
  return new Map([...all].map(([ref, members]) => [ref, members.size]));
}

/** A set grows while it is gone through, and takes each group once: circles end. */
function selfAndAbove(
  ref: string,
  parents: ReadonlyMap<string, readonly string[]>,
): Set<string> {
  const seen = new Set([ref]);
  for (const each of seen) parents.get(each)?.forEach(one => seen.add(one));
  return seen;
}

/** By the relations, which the catalog has worked out, or by the spec where there are none. */
function refsOf(
  entity: Entity,
  asked: { type: string; or: unknown; defaultKind?: string },
): string[] {
  const { type, or, defaultKind = 'Group' } = asked;
  const related = (entity.relations ?? []).filter(one => one.type === type);
  if (related.length > 0) {
    return related.map(one => one.targetRef.toLocaleLowerCase('en-US'));
  }
  const { namespace: defaultNamespace } = getCompoundEntityRef(entity);
  return (Array.isArray(or) ? or : [or]).flatMap(name => {
    if (typeof name !== 'string' || name === '') return [];
    try {
      return [
        stringifyEntityRef(
          parseEntityRef(name, { defaultKind, defaultNamespace }),
        ),
      ];
    } catch {
      // What cannot be parsed names nothing.
      return [];
    }
  });
}
