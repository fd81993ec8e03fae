import { startModule } from 'backstage-plugin-accountability-node/testUtils';
import { accountabilityModuleArgocd } from './module';

const start = (secrets: string[]) =>
  startModule(accountabilityModuleArgocd, {
    accountability: { sources: { argocd: { secrets } } },
  });

describe('the module argocd', () => {
  it('adds the source where a secret is configured', async () => {
    const added = await start(['s']);

    expect(added).toEqual(['source argocd']);
  });

  it('leaves the source off without a secret and lets the plugin start', async () => {
    expect(await start([])).toEqual([]);
  });
});
