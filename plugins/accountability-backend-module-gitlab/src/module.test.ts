import { startModule } from 'backstage-plugin-accountability-node/testUtils';
import { accountabilityModuleGitlab } from './module';

const start = (secrets: string[]) =>
  startModule(accountabilityModuleGitlab, {
    accountability: { sources: { gitlab: { secrets } } },
  });

describe('the module gitlab', () => {
  it('adds the source where a secret is configured', async () => {
    const added = await start(['s']);

    expect(added).toEqual(['source gitlab']);
  });

  it('leaves the source off without a secret and lets the plugin start', async () => {
    expect(await start([])).toEqual([]);
  });
});
