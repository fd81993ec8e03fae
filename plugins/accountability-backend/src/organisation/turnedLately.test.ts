import {
  DAY,
  GivenService,
  now,
  organisationOf,
  ref,
  team,
  turned,
} from './__testUtils__/organisationOf';
import { turnedLately } from './turnedLately';

const groups = { shop: undefined, core: 'shop', other: undefined };

/** A service that turned so many days ago, the newest first. */
const service = (name: string, days: number[], owner = 'core') => ({
  ...{ name, owner },
  turns: days.map(one => turned(now - one * DAY, 'pass', 'fail', 'tests')),
});

describe('where the newest turns of a tree are found', () => {
  it.each<{
    given: string;
    services: GivenService[];
    visible?: string[];
    most?: number;
    gives: [string[], number];
  }>([
    {
      given: 'fewer than are asked for: all, and since the oldest of them',
      services: [service('a', [1, 3]), service('b', [2])],
      gives: [['a', 'b'], 3],
    },
    {
      given: 'more: the newest alone',
      services: [service('a', [1, 5]), service('b', [2]), service('c', [3])],
      most: 2,
      gives: [['a', 'b'], 2],
    },
    {
      given: 'turns from before',
      services: [service('a', [1, 8]), service('b', [9])],
      gives: [['a'], 1],
    },
    {
      given: 'services of other groups',
      services: [service('a', [2]), service('b', [1], 'other')],
      gives: [['a'], 2],
    },
    {
      given: 'services that the caller may not read',
      services: [service('a', [2]), service('b', [1])],
      visible: ['a'],
      gives: [['a'], 2],
    },
    { given: 'none', services: [service('a', [])], gives: [[], 7] },
  ])('is told, given $given', ({ services, visible, most = 9, gives }) => {
    const found = turnedLately(organisationOf(services, groups), {
      groupRef: team('shop'),
      visible: visible && new Set(visible.map(ref)),
      ...{ from: now - 7 * DAY, most },
    });

    const [names, days] = gives;
    expect(found).toEqual({
      entityRefs: names.map(ref),
      from: now - days * DAY,
    });
  });
});
