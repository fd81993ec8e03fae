import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import {
  emptyScorecardResponse,
  emptyTimelineResponse,
  NOW,
  scorecardResponse,
} from '../../fixtures';
import { ServicePage } from './ServicePage';

const page = <ServicePage entityRef="component:default/payments-api" />;
const plain = (text: string | null) => (text ?? '').replace(/\u00a0/g, ' ');

describe('ServicePage', () => {
  it('says level, coverage, and who answered before and answers now', async () => {
    renderPage(page);

    const verdict = await screen.findByRole('region', { name: 'Verdict' });
    const words = plain(verdict.textContent);
    expect(words).toContain('Silver');
    expect(words).toContain('19 of 22 checks known, 3 unknown');
    expect(words).toMatch(/Answered before.*checkout.*to 9 Oct 2026/);
    expect(words).toMatch(/Answers now.*payments-core.*since 9 Oct 2026/);
    expect(words).toContain('2 checks fail, 1 check is unknown before gold');
  });

  it('shows each burden by the fact that decides it', async () => {
    renderPage(page);

    const tile = await screen.findByRole('region', { name: 'Reliability' });
    const words = plain(tile.textContent);
    expect(words).toContain('Needs work');
    expect(words).toContain('21.5%');
    expect(words).toContain('n = 65, 90 d; range 13 to 33 %');
    expect(words).toContain('at most 10 %');
    expect(
      within(tile).getByRole('img', {
        name: /Trend of reliability.rework_rate/,
      }),
    ).toBeInTheDocument();
  });

  it('never shows an unknown burden as a number', async () => {
    renderPage(page);

    const tile = await screen.findByRole('region', { name: 'Observability' });
    expect(tile).toHaveTextContent('Cannot be judged');
    expect(tile).toHaveTextContent('Reconnect the source');
    expect(plain(tile.textContent)).toContain('last known: 62.3 %');
  });

  it('lists what does not pass first and folds what passes', async () => {
    const user = userEvent.setup();
    renderPage(page);

    const table = await screen.findByRole('table', { name: 'Checks' });
    const names = () =>
      within(table)
        .getAllByRole('rowheader')
        .map(cell => cell.querySelector('.acc-code')?.textContent);
    expect(names()).toEqual([
      'owner-touch',
      'rework-rate',
      'queue-time',
      'kev-open',
      'alerts-actionable',
    ]);

    await user.click(screen.getByRole('button', { name: '4 pass' }));

    expect(names()).toContain('main-success');
    expect(names()).not.toContain('runtime-eol');
  });

  it('prints each clause with its value and limit, the passing one too', async () => {
    renderPage(page);

    const cell = await screen.findByText('ownership.truck_factor');
    const words = plain(cell.closest('td')?.textContent ?? null);
    expect(words).toContain('ownership.owner_touch 34 % at least 50 %');
    expect(words).toContain('ownership.truck_factor 3 at least 2');
  });

  it('opens the records behind a check', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(page, { api });

    await user.click(
      await screen.findByRole('button', {
        name: 'Evidence of Unplanned fixes stay rare: 65 records',
      }),
    );

    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByRole('link', { name: /INC-2207/ }),
    ).toHaveAttribute(
      'href',
      '/incidents/component/default/payments-api/pagerduty:incident:INC-2207',
    );
    expect(
      within(dialog).getByRole('link', { name: 'in PagerDuty' }),
    ).toHaveAttribute(
      'href',
      'https://acme.pagerduty.example/incidents/INC-2207',
    );
    expect(api.asked).toContainEqual({
      what: 'evidence',
      options: { fact: 'reliability.rework_rate', at: undefined },
    });
  });

  it('asks for the past instant of the address', async () => {
    const api = new FakeAccountabilityApi();
    renderPage(page, { api, path: '/?at=2026-10-01T10:00:00Z' });

    const at = Date.UTC(2026, 9, 1, 10);
    await screen.findByText('Answered then');
    expect(api.asked).toContainEqual({ what: 'scorecard', options: { at } });
    expect(api.asked).toContainEqual({
      what: 'timeline',
      options: { from: at - 90 * 86_400_000, to: at },
    });
  });

  it('steps to the transition before', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(page, { api });

    await user.click(
      await screen.findByRole('button', { name: /^Previous transition, 19/ }),
    );

    await waitFor(() =>
      expect(api.asked).toContainEqual({
        what: 'scorecard',
        options: { at: Date.UTC(2026, 10, 19, 8) },
      }),
    );
  });

  it('says when the policy of the instant is not kept', async () => {
    const scorecard = scorecardResponse({ policyInForce: false });
    renderPage(page, { api: new FakeAccountabilityApi({ scorecard }) });

    expect(
      await screen.findByText(/policy of that instant is not kept/),
    ).toBeInTheDocument();
  });

  it('gives the next step where nothing is known yet', async () => {
    const api = new FakeAccountabilityApi({
      scorecard: emptyScorecardResponse(),
      timeline: emptyTimelineResponse(),
    });
    renderPage(page, { api });

    expect(await screen.findByText('No scorecard applies')).toBeInTheDocument();
    expect(await screen.findByText(/Connect a source/)).toBeInTheDocument();
    expect(
      screen.getByText(/import the history of owners/),
    ).toBeInTheDocument();
  });

  it('shows boxes while the answer is on its way', async () => {
    const scorecard = new Promise<never>(() => {});
    renderPage(page, { api: new FakeAccountabilityApi({ scorecard }) });

    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says who to ask where it may not be seen', async () => {
    const scorecard = await responseError(403, 'no');
    renderPage(page, { api: new FakeAccountabilityApi({ scorecard }) });

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'You may not see the accountability of payments-api.',
    );
    expect(alert).toHaveTextContent('accountability.scorecard.read');
  });

  it('gives the sentence of the server where nothing is there', async () => {
    const scorecard = await responseError(
      404,
      'payments-api is not a service.',
    );
    renderPage(page, { api: new FakeAccountabilityApi({ scorecard }) });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'payments-api is not a service.',
    );
  });

  it('asks again after an error', async () => {
    const user = userEvent.setup();
    const scorecard = await responseError(500, 'The database is away.');
    const api = new FakeAccountabilityApi({ scorecard });
    renderPage(page, { api });
    await screen.findByText('The database is away.');

    api.answers.scorecard = scorecardResponse({ asOf: NOW });
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('Silver')).toBeInTheDocument();
  });
});
