import { mockServices } from '@backstage/backend-test-utils';
import { readGateSettings } from './GateSettings';

const DAY = 86_400_000;
const read = (gates?: object) =>
  readGateSettings(
    mockServices.rootConfig({
      data: { accountability: { ...(gates && { gates }) } },
    }),
  );

describe('the settings of gates', () => {
  it.each([
    { given: undefined, gives: { keepDecisionsMs: 400 * DAY, mask: [] } },
    {
      given: { keepDecisions: { days: 1 }, mask: ['/labels/*'] },
      gives: { keepDecisionsMs: DAY, mask: ['/labels/*'] },
    },
    {
      given: { keepDecisions: 'P30D' },
      gives: { keepDecisionsMs: 30 * DAY, mask: [] },
    },
  ])('of $given are $gives', ({ given, gives }) => {
    expect(read(given)).toEqual(gives);
  });

  it.each([
    { given: { keepDecisions: { hours: 23 } }, says: 'at least a day' },
    { given: { keepDecisions: 'long' }, says: 'keepDecisions' },
    {
      given: { mask: ['/labels', '/outcome'] },
      says: '/outcome, which cannot be erased',
    },
  ])('of $given say what is wrong', ({ given, says }) => {
    expect(() => read(given)).toThrow(says);
  });
});
