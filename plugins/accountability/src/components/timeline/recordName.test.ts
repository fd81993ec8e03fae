import { NOW, change, deployment, incident } from '../../fixtures';
import { recordName } from './recordName';

const sha = '2e1d0c76cb5e2100f89e8adb3e617aba1f34e7a0';
const plain = deployment('500188', NOW, { version: undefined, sha });

describe('recordName', () => {
  it.each([
    {
      title: 'a deployment with a version is its version',
      given: deployment('4.12.0', NOW),
      gives: ['4.12.0', '4.12.0'],
    },
    {
      title: 'one without is its short commit with its environment',
      given: plain,
      gives: ['2e1d0c7 (production)', '2e1d0c7'],
    },
    {
      title: 'an environment that was not told is asked for',
      given: { ...plain, environment: undefined },
      gives: ['2e1d0c7 (?)', '2e1d0c7'],
    },
    {
      title: 'one without a commit too is what its source calls it',
      given: { ...plain, sha: undefined },
      gives: ['500188 (production)', '500188'],
    },
    {
      title: 'an incident is what its source calls it',
      given: incident('INC-2207', NOW, { title: 'Card payments rejected' }),
      gives: ['INC-2207', 'INC-2207'],
    },
    {
      title: 'anything else is its title',
      given: change(812, { title: 'Round amounts once' }),
      gives: ['Round amounts once', 'Round amounts once'],
    },
  ])('$title', ({ given, gives }) => {
    expect([recordName(given), recordName(given, { bare: true })]).toEqual(
      gives,
    );
  });
});
