import { startModule } from 'backstage-plugin-accountability-node/testUtils';
import { accountabilityModuleGithub } from './module';

const start = (secrets: string[]) =>
  startModule(accountabilityModuleGithub, {
    accountability: { sources: { github: { secrets } } },
  });

describe('the module github', () => {
  it('adds the source where a secret is configured', async () => {
    const added = await start(['s']);

    expect(added).toEqual(['source github']);
  });

  it('leaves the source off without a secret and lets the plugin start', async () => {
    expect(await start([])).toEqual([]);
  });
});
