import { mockServices } from '@backstage/backend-test-utils';
import { readExemptionSettings } from './ExemptionSettings';

const read = (exemptions: object) =>
  readExemptionSettings(
    mockServices.rootConfig({ data: { accountability: { exemptions } } }),
  );

describe('settings of exemptions', () => {
  it('have a longest time for each severity, nobody told of requests, and notices on', () => {
    expect(read({})).toEqual({
      maxDays: { low: 180, medium: 90, high: 60, critical: 30 },
      approvers: [],
      notify: true,
    });
  });

  it('are as configured', () => {
    expect(
      read({
        maxDays: { critical: 7 },
        approvers: ['security', 'Group:Default/Platform'],
        notify: false,
      }),
    ).toEqual({
      maxDays: { low: 180, medium: 90, high: 60, critical: 7 },
      approvers: ['group:default/security', 'group:default/platform'],
      notify: false,
    });
  });

  it.each([
    { given: 'no days', of: { maxDays: { low: 0 } }, gives: /maxDays\.low/ },
    {
      given: 'half a day',
      of: { maxDays: { high: 0.5 } },
      gives: /maxDays\.high must be a whole number/,
    },
    {
      given: 'more than ten years',
      of: { maxDays: { medium: 3651 } },
      gives: /from 1 to 3,650/,
    },
    {
      given: 'a person to approve',
      of: { approvers: ['user:default/kim'] },
      gives: /approvers holds user:default\/kim; name groups/,
    },
    {
      given: 'no ref at all',
      of: { approvers: ['group:'] },
      gives: /name groups by their entity refs/,
    },
  ])('are refused with $given', ({ of, gives }) => {
    expect(() => read(of)).toThrow(gives);
  });
});
