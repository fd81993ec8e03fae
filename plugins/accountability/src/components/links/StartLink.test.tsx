import { screen } from '@testing-library/react';
import {
  FakeAccountabilityApi,
  FakePolicyApi,
  renderPage,
} from '../../__testUtils__';
import {
  decisionsResponse,
  emptyOrganisation,
  gatesResponse,
  policyStatusResponse,
  scorecardsResponse,
  sourceHealth,
  sourcesResponse,
} from '../../fixtures';
import { GatesPage } from '../gates';
import { SourcesPage, UnownedPage } from '../operations';
import { OrganisationPage } from '../organisation';
import { PolicyPage } from '../policy';
import { ScorecardsPage } from '../scorecards';

const never = sourcesResponse({ sources: [sourceHealth('github')] });
const start = '/accountability/start#';

describe('a page with nothing to show leads to the step that changes it', () => {
  it.each([
    {
      given: 'no service',
      page: <OrganisationPage />,
      api: { organisation: emptyOrganisation() },
      gives: 'services',
    },
    {
      given: 'no delivery',
      page: <SourcesPage />,
      api: { sources: never },
      gives: 'source',
    },
    {
      given: 'no record without a service',
      page: <UnownedPage />,
      api: { unowned: { items: [] } },
      gives: 'records',
    },
    {
      given: 'no scorecard',
      page: <ScorecardsPage />,
      policy: { getScorecards: scorecardsResponse({ scorecards: [] }) },
      gives: 'policy',
    },
    {
      given: 'no policy document',
      page: <PolicyPage />,
      policy: { getPolicy: policyStatusResponse({ documents: [] }) },
      gives: 'policy',
    },
    {
      given: 'no gate',
      page: <GatesPage />,
      policy: {
        getGates: gatesResponse({ gates: [] }),
        getDecisions: decisionsResponse(),
      },
      gives: 'gate',
    },
  ])('with $given: $gives', async ({ page, api, policy, gives }) => {
    renderPage(page, {
      api: new FakeAccountabilityApi(api),
      policy: new FakePolicyApi(policy),
    });

    expect(
      await screen.findByRole('link', { name: /^First steps: / }),
    ).toHaveAttribute('href', `${start}${gives}`);
  });
});
