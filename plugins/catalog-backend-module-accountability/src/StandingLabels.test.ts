import { ServiceStanding } from 'backstage-plugin-accountability-common';
import { labelsOf } from './StandingLabels';

const level = (scorecard: string, name?: string) => ({
  scorecard,
  level: name,
  rank: name ? 1 : 0,
});

describe('labels of a service', () => {
  it.each<{
    given: string;
    levels: ServiceStanding['levels'];
    scorecard?: string;
    gives: string | undefined;
  }>([
    {
      given: 'its first scorecard where none is named',
      levels: [level('ready', 'gold'), level('secure', 'bronze')],
      gives: 'gold',
    },
    {
      given: 'the scorecard that is named',
      levels: [level('ready', 'gold'), level('secure', 'bronze')],
      scorecard: 'secure',
      gives: 'bronze',
    },
    {
      given: 'a scorecard that is not for it',
      levels: [level('ready', 'gold')],
      scorecard: 'secure',
      gives: undefined,
    },
    { given: 'no scorecard at all', levels: [], gives: undefined },
    {
      given: 'a scorecard of which it has no level',
      levels: [level('ready')],
      gives: 'none',
    },
    {
      given: 'a level whose name is no label',
      levels: [level('ready', ' Gold & more! ')],
      gives: 'Gold-more',
    },
    {
      given: 'a level whose name is longer than a label',
      levels: [level('ready', `${'a'.repeat(62)}.b`)],
      gives: 'a'.repeat(62),
    },
    {
      given: 'a level whose name has no letter of a label',
      levels: [level('ready', '金')],
      gives: 'none',
    },
  ])('say of $given $gives', ({ levels, scorecard, gives }) => {
    const labels = labelsOf(
      { entityRef: 'component:default/a', levels, state: 'watch' },
      scorecard,
    );

    expect(labels).toEqual({
      ...(gives && { 'accountability.io/level': gives }),
      'accountability.io/state': 'watch',
    });
  });
});
