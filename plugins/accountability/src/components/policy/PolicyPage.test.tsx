import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePolicyApi, renderPage, responseError } from '../../__testUtils__';
import { backtestResponse, policyStatusResponse } from '../../fixtures';
import { PolicyPage } from './PolicyPage';

// Forms are typed key by key.
jest.setTimeout(30_000);

const fake = (answers: FakePolicyApi['answers'] = {}) =>
  new FakePolicyApi({ getPolicy: policyStatusResponse(), ...answers });

async function tryOut(policy: FakePolicyApi) {
  const user = userEvent.setup();
  renderPage(<PolicyPage />, { policy });
  await user.type(
    await screen.findByRole('textbox', { name: /Scorecards, as YAML/ }),
    'kind: Scorecard',
  );
  await user.click(screen.getByRole('button', { name: 'Try it' }));
}

describe('PolicyPage', () => {
  it('says which place could not be read, and which services are judged by the one before', async () => {
    renderPage(<PolicyPage />, { policy: fake() });

    const row = await screen.findByRole('row', { name: /git\.example/ });
    expect(row).toHaveTextContent('Could not be read');
    expect(row).toHaveTextContent('look at the address');
    expect(
      screen.getByText(/12 services are still judged/),
    ).toBeInTheDocument();
  });

  it('names a rule at fault with its place, and that the last good one stays', async () => {
    renderPage(<PolicyPage />, { policy: fake() });

    const row = await screen.findByRole('row', { name: /queue-time/ });
    expect(row).toHaveTextContent('the last good one stays in force');
    expect(row).toHaveTextContent('ready.yaml:27:9');
    expect(screen.getByText(/In force from/)).toBeInTheDocument();
  });

  it('tries a candidate and says who would newly fail', async () => {
    const policy = fake({
      startBacktest: backtestResponse({ state: 'waiting', report: undefined }),
      getBacktest: backtestResponse(),
    });
    await tryOut(policy);

    const table = await screen.findByRole('table', { name: 'Results' });
    expect(table).toHaveTextContent('payments-core: 1 service');
    expect(table).toHaveTextContent('6 fail, 10 unknown, 50 pass');
    expect(
      within(table).getByRole('img', {
        name: /2026-11-09 unknown, 2026-11-16 11/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Texts are not kept by day.')).toBeInTheDocument();
  });

  it('tells why a candidate was not taken', async () => {
    await tryOut(
      fake({ startBacktest: await responseError(409, 'Three wait already') }),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Three wait already',
    );
  });
});
