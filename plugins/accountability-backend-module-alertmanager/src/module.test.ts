import { startModule } from 'backstage-plugin-accountability-node/testUtils';
import { accountabilityModuleAlertmanager } from './module';

const start = (ids: string[]) =>
  startModule(accountabilityModuleAlertmanager, {
    accountability: {
      sources: Object.fromEntries(ids.map(id => [id, { secrets: ['s'] }])),
    },
  });

describe('the module alertmanager', () => {
  it.each([
    { given: ['alertmanager'] },
    { given: ['grafana'] },
    { given: ['alertmanager', 'grafana'] },
  ])('adds $given where they have a secret', async ({ given }) => {
    const added = await start(given);

    expect(added).toEqual(given.map(id => `source ${id}`));
  });

  it('leaves both sources off without a secret and lets the plugin start', async () => {
    expect(await start([])).toEqual([]);
  });
});
