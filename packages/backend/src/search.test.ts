import { setTimeout } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import search from '@backstage/plugin-search-backend';
import searchModule from 'backstage-plugin-search-backend-module-accountability';
import { readyScorecard } from './__testUtils__/readyPolicy';
import { startAgentBackend } from './__testUtils__/startAgentBackend';

jest.setTimeout(120_000);

const ann = 'user:default/ann';
/** May not read the service in the catalog. */
const eve = 'user:default/eve';

interface Found {
  results: { document: { title: string; text: string; location: string } }[];
}

async function start() {
  const { url } = await startAgentBackend({
    policy: readyScorecard,
    limits: { [eve]: { seesOnly: 'group:default/platform' } },
    features: [search, searchModule],
    settings: {
      search: {
        collators: {
          accountability: {
            schedule: { frequency: { seconds: 1 }, timeout: { minutes: 1 } },
          },
        },
      },
    },
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'payments' },
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: 'group:default/gone',
        },
      },
    ],
  });
  const find = async (term: string, user: string): Promise<Found> => {
    const query = new URLSearchParams({
      term,
      'types[0]': 'accountability-scorecard',
    });
    const answer = await fetch(`${url}/api/search/query?${query}`, {
      headers: { authorization: mockCredentials.user.header(user) },
    });
    // Before the first run there is no index of the type, which is an error.
    return answer.ok ? answer.json() : { results: [] };
  };
  return { find };
}

describe('scorecards in the search of Backstage', () => {
  it('are found by the checks that do not pass, by whom the catalog shows the service', async () => {
    const { find } = await start();
    while ((await find('payments', ann)).results.length === 0) {
      await setTimeout(200);
    }

    const { results } = await find('owner exists fails', ann);
    const hidden = await find('payments', eve);
    const shown = await find('payments', ann);

    expect(results.map(({ document }) => document)).toEqual([
      expect.objectContaining({
        title: 'payments',
        text: expect.stringContaining('The owner exists fails.'),
        location: '/catalog/default/component/payments/accountability',
      }),
    ]);
    expect(hidden.results).toEqual([]);
    expect(shown.results).toHaveLength(1);
  });
});
