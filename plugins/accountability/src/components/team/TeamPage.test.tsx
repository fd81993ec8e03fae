import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import { rollupResponse, rollupService } from '../../fixtures';
import { TeamPage } from './TeamPage';

const page = <TeamPage groupRef="group:default/payments-core" />;

describe('TeamPage', () => {
  it('counts services by level and what is known', async () => {
    renderPage(page);

    const verdict = await screen.findByRole('region', { name: 'Verdict' });
    expect(verdict).toHaveTextContent('2 Silver2 Bronze1 No level5 services');
    expect(verdict).toHaveTextContent('98 of 110 checks known, 12 unknown');
  });

  it('gives a count and no share where most checks are unknown', async () => {
    const few = {
      burden: 'reliability',
      status: 'watch',
      notPassing: 5,
      unknown: 163,
      applicable: 168,
    } as const;
    renderPage(page, {
      api: new FakeAccountabilityApi({
        rollup: rollupResponse({ burdens: [few] }),
      }),
    });

    const tile = await screen.findByRole('region', { name: 'Reliability' });

    expect(tile).toHaveTextContent('5checksnot passing, 5 of 5 known checks');
    expect(tile).not.toHaveTextContent('100');
    expect(
      within(tile).getByRole('img', { name: '5 of 168 checks known' }),
    ).toBeVisible();
  });

  it('draws the weeks of each burden, and stands without them', async () => {
    const api = new FakeAccountabilityApi();
    const { unmount } = renderPage(page, { api });

    const tile = await screen.findByRole('region', { name: 'Reliability' });
    expect(
      await within(tile).findByRole('img', { name: /^Reliability.*week/i }),
    ).toBeVisible();
    expect(tile).toHaveTextContent(/(up|down) \d+ points|steady/);
    expect(
      api.asked.find(({ what }) => what === 'organisation')?.options,
    ).toEqual({ group: 'group:default/payments-core' });

    unmount();
    api.answers.organisation = await responseError(503, 'busy');
    renderPage(page, { api });

    expect(
      await screen.findByRole('region', { name: 'Reliability' }),
    ).toHaveTextContent('not passing');
    expect(screen.queryByText(/busy/)).toBeNull();
  });

  it('lists services as a tree of groups', async () => {
    renderPage(page);

    const table = await screen.findByRole('table', { name: 'Services' });
    const heads = within(table)
      .getAllByRole('rowheader')
      .map(cell => cell.textContent);
    expect(heads).toEqual([
      'Payments core3 services',
      'payments-api',
      'payments-webhooks',
      'refund-worker',
      'Payments risk2 services',
      'chargeback-worker',
      'fraud-scoring',
    ]);
  });

  it('says what moved and which services changed hands', async () => {
    renderPage(page);

    const moved = await screen.findByRole('table', {
      name: 'What moved in the week',
    });
    expect(moved).toHaveTextContent('kev-openFailExempt');
    const services = within(moved)
      .getAllByRole('rowgroup')
      .slice(1)
      .map(each => within(each).getByRole('link').textContent);
    expect(new Set(services).size).toBe(services.length);
    expect(moved).toHaveTextContent('LevelBronzeNo level');
    expect(screen.getByRole('table', { name: 'Hand-overs' })).toHaveTextContent(
      'handed overinvoice-exportto data-platform',
    );
  });

  it('comes from what is due to what happened, why, and what to do', async () => {
    renderPage(page);
    await screen.findByRole('heading', { name: 'Most worth doing' });

    expect(
      screen.getAllByRole('heading', { level: 2 }).map(one => one.textContent),
    ).toEqual([
      'What is due',
      'On-call load',
      'What moved in the week',
      'Hand-overs',
      'Services',
      'Who stands for our services',
      'Worse this week',
      'Most worth doing',
    ]);
  });

  it('opens the services behind a thing that is worth doing, of this team alone', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(page, { api });
    const debts = await screen.findByRole('table', {
      name: 'Most worth doing',
    });

    await user.click(within(debts).getAllByRole('button')[0]);

    expect(await screen.findByRole('dialog')).toBeInTheDocument();
    expect(api.asked).toContainEqual({
      what: 'organisation',
      options: { group: 'group:default/payments-core' },
    });
  });

  it('reads the next page when asked', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi({
      rollup: rollupResponse({ nextCursor: 'page-2' }),
    });
    renderPage(page, { api });
    const more = await screen.findByRole('button', { name: 'Show more' });

    api.answers.rollup = rollupResponse({
      services: [rollupService('tax-reports')],
    });
    await user.click(more);

    expect(
      await screen.findByRole('link', { name: 'tax-reports' }),
    ).toBeVisible();
    expect(api.asked).toContainEqual({
      what: 'rollup',
      options: { cursor: 'page-2' },
    });
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Show more' }),
      ).not.toBeInTheDocument(),
    );
  });

  it('gives the next step to a team without services', async () => {
    const rollup = rollupResponse({
      services: [],
      transitions: [],
      handOvers: [],
    });
    renderPage(page, { api: new FakeAccountabilityApi({ rollup }) });

    expect(await screen.findByText(/own no service/)).toBeInTheDocument();
    expect(screen.getByText(/No service came or went/)).toBeInTheDocument();
  });

  it('says so where it may not be seen', async () => {
    const rollup = await responseError(403, 'no');
    renderPage(page, { api: new FakeAccountabilityApi({ rollup }) });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the accountability of payments-core.',
    );
  });
});
