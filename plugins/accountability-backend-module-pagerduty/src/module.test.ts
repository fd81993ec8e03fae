import { startModule } from 'backstage-plugin-accountability-node/testUtils';
import { accountabilityModulePagerduty } from './module';

const start = (secrets: string[]) =>
  startModule(accountabilityModulePagerduty, {
    accountability: { sources: { pagerduty: { secrets } } },
  });

describe('the module pagerduty', () => {
  it('adds the source where a secret is configured', async () => {
    const added = await start(['s']);

    expect(added).toEqual(['source pagerduty']);
  });

  it('leaves the source off without a secret and lets the plugin start', async () => {
    expect(await start([])).toEqual([]);
  });
});
