import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import {
  cardPayments,
  clock,
  incidentResponse,
  poorIncidentResponse,
  remediated,
} from '../../fixtures';
import { IncidentPage } from '.';

const REF = 'component:default/payments-api';
const page = <IncidentPage entityRef={REF} record={cardPayments.id} />;
const plain = (text: string | null) => (text ?? '').replace(/\u00a0/g, ' ');
const cells = (row: HTMLElement) =>
  [...row.children].map(cell => plain(cell.textContent)).join(' | ');

function show(incident: FakeAccountabilityApi['answers']['incident']) {
  const api = new FakeAccountabilityApi({ incident });
  renderPage(page, { api });
  return api;
}

describe('IncidentPage', () => {
  it('says what broke, how badly, of which service, and where its source shows it', async () => {
    renderPage(page);

    expect(
      await screen.findByRole('heading', { name: 'Card payments rejected' }),
    ).toBeInTheDocument();
    const tags = screen
      .getAllByRole('listitem')
      .slice(0, 5)
      .map(({ textContent }) => plain(textContent));
    expect(tags).toEqual([
      'payments-api',
      'INC-2207',
      'sev 1',
      '1 Oct 2026',
      'resolved',
    ]);
    expect(
      screen.getByRole('link', { name: 'Open in PagerDuty' }),
    ).toHaveAttribute('href', cardPayments.url);
  });

  it('says how long it took to see, to restore and to answer, and whom the cause is charged to', async () => {
    renderPage(page);

    const strip = await screen.findByRole('region', {
      name: 'The incident in numbers',
    });
    const words = plain(strip.textContent);
    expect(words).toMatch(
      /Seen after3 minimpact 09:17, opened 09:20 UTC; noticed by a monitor/,
    );
    expect(words).toMatch(/Restored after41 minended 09:58/);
    expect(words).toMatch(
      /First answer after6 minacknowledged 09:26 UTC; rota platform/,
    );
    expect(words).toContain('4.12.0 of payments-api');
    expect(words).toContain('remediation');
    expect(words).toContain('high, 0.92');
    expect(words).toContain('charged to checkout, owner on 1 Oct 2026');
    expect(
      within(strip).getByRole('img', { name: 'confidence 0.92 of 1' }),
    ).toBeInTheDocument();
  });

  it('leads from the cause to its deployment', async () => {
    renderPage(page);

    const [link] = await screen.findAllByRole('link', { name: '4.12.0' });

    expect(link).toHaveAttribute(
      'href',
      '/deployments/component/default/payments-api/github:deployment:acme%2Fpayments:4.12.0',
    );
  });

  it('says in one sentence what the minutes show, and gives them as a table', async () => {
    renderPage(page);

    expect(
      await screen.findByRole('img', {
        name: /INC-2207 from .*: around it, deployments: 4, alerts: 2; charged to 4.12.0 by remediation/,
      }),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', {
      name: 'The same minutes as a table',
    });
    const rows = within(table).getAllByRole('row').slice(1).map(cells);
    expect(rows).toContain(
      '1 Oct 2026, 09:08 UTC | 4.12.0 | Deployment, the cause, production, success',
    );
    expect(rows).toContain('1 Oct 2026, 09:20 UTC | INC-2207 | opened');
    expect(rows).toContain(
      '1 Oct 2026, 09:26 UTC | INC-2207 | acknowledged, platform',
    );
  });

  it('is one tab stop a lane; arrows move, Enter opens, Escape closes', async () => {
    const user = userEvent.setup();
    renderPage(page);
    const lane = await screen.findByRole('listbox', {
      name: /^Deployments: 4/,
    });

    lane.focus();
    await user.keyboard('{Home}{ArrowRight}{ArrowRight}{Enter}');

    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveFocus();
    expect(dialog).toHaveTextContent('4.12.0');
    expect(dialog).toHaveTextContent('the cause, 0.92');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(lane).toHaveFocus();
  });

  it('gives every sentence of the evidence and why each candidate was not taken', async () => {
    renderPage(page);

    const seen = await screen.findByRole('list', {
      name: 'What the records say',
    });
    expect(within(seen).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText('rule r7, profile default')).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Other candidates' });
    const [ledger, earlier] = within(table).getAllByRole('row').slice(1);
    expect(cells(ledger)).toMatch(
      /^ledger 7.4.0.*dependency \| 25 min \| 0.21 \| .*never counted/,
    );
    expect(cells(earlier)).toMatch(/temporal \| 16.6 h \| 0.18/);
    expect(within(ledger).getByRole('link')).toHaveAttribute(
      'href',
      '/deployments/component/default/ledger/github:deployment:acme%2Fledger:7.4.0',
    );
  });

  it('folds earlier links behind their number, each leading to the page as of then', async () => {
    const user = userEvent.setup();
    const decidedAt = clock(9, 30);
    const api = show(
      incidentResponse({
        history: [
          {
            attribution: { ...remediated, method: 'temporal' },
            decidedAt,
            supersededAt: clock(9, 53),
          },
        ],
      }),
    );
    expect(
      await screen.findByText(
        /stands since 1 Oct 2026, 09:53 UTC\. Before it stood, from 1 Oct 2026, 09:30 UTC until 1 Oct 2026, 09:53 UTC: 4\.12\.0, temporal, confidence 0\.92\./,
      ),
    ).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: '1 earlier link' }));
    const table = screen.getByRole('table', { name: 'Earlier links' });
    expect(table).toHaveTextContent('temporal');
    await user.click(within(table).getByRole('link', { name: 'as of then' }));

    expect(await screen.findByText(/As of 1 Oct 2026, 09:30/)).toBeVisible();
    expect(api.asked).toContainEqual({
      what: 'incident',
      options: { record: cardPayments.id, at: decidedAt },
    });
    expect(screen.getByText(/Causes are decided now/)).toBeInTheDocument();
  });

  it('says in words that the cause is of a service that may not be seen, with how sure that is', async () => {
    const { cause: _, causeOwner, lagMs, remedy, ...rest } = remediated;
    show(
      incidentResponse({
        attribution: {
          ...rest,
          method: 'linked',
          causeHidden: true,
          candidates: [],
          evidence: [
            'The cause is a change of a service that you may not see.',
          ],
        },
      }),
    );

    const strip = await screen.findByRole('region', {
      name: 'The incident in numbers',
    });

    expect(strip).toHaveTextContent(
      'A change of a service that you may not see',
    );
    expect(plain(strip.textContent)).toContain('high, 0.92');
    expect(within(strip).queryByRole('link')).not.toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: /Why this cause/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: /charged to a change of a service that you may not see by linked/,
      }),
    ).toBeInTheDocument();
  });

  it('says in words that it was merged into an incident that may not be seen', async () => {
    show(
      incidentResponse({
        incident: { ...cardPayments, hidden: ['mergedInto'] },
        attribution: undefined,
      }),
    );

    expect(
      await screen.findByText(/merged into an incident of a service that you/),
    ).toBeInTheDocument();
    expect(screen.getByText('Not counted')).toBeInTheDocument();
    expect(screen.getByText(/decide the cause of the other/)).toBeVisible();
  });

  it('draws who was affected and says of each who owned it then and now', async () => {
    renderPage(page);

    expect(
      await screen.findByRole('img', {
        name: /3 affected, 1 not affected, 1 unknown/,
      }),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Who owned it' });
    const rows = within(table).getAllByRole('row').slice(1).map(cells);
    expect(rows).toEqual([
      'payments-apithe service itself | affectedsince 09:17 UTC | checkout | payments-core',
      'checkout-webdepends on it | affectedsince 09:21 UTC | checkout | same',
      'refund-workerdepends on it | affectedsince 09:29 UTC | payments-core | same',
      'order-servicedepends on it | unknown | checkout | same',
      'ledgerdepended on | not affected | data-platform | same',
    ]);
  });

  it('says which rota was called and which answered, and leaves the untold unknown', async () => {
    renderPage(page);

    const table = await screen.findByRole('table', { name: 'Who answered' });
    const rows = within(table).getAllByRole('row').slice(1).map(cells);
    expect(rows).toEqual([
      '1 Oct 2026, 09:20 UTC | paged | checkoutescalation policy of PagerDuty | 20 s',
      '1 Oct 2026, 09:24 UTC | escalated | unknown | 4 min',
      '1 Oct 2026, 09:26 UTC | acknowledged | platformescalation policy of PagerDuty | 6 min',
    ]);
  });

  it('says that it is part of one event of the platform', async () => {
    const other = 'pagerduty:incident:INC-2208';
    show(
      incidentResponse({
        attribution: {
          ...remediated,
          burst: { services: 2, from: clock(9, 17), to: clock(9, 19) },
        },
        burst: {
          from: clock(9, 17),
          to: clock(9, 19),
          incidents: [
            {
              incident: cardPayments.id,
              service: REF,
              startedAt: clock(9, 17),
            },
            {
              incident: other,
              service: 'component:default/ledger',
              startedAt: clock(9, 18),
            },
          ],
        },
      }),
    );

    const banner = await screen.findByRole('region', {
      name: 'Part of one event of the platform',
    });
    expect(banner).toHaveTextContent('2 incidents of 2 services');
    expect(banner).toHaveTextContent('Time alone charges nobody for it.');
    expect(
      within(banner).getByRole('link', { name: /INC-2208 of ledger/ }),
    ).toHaveAttribute('href', `/incidents/component/default/ledger/${other}`);
  });

  it('never turns what is not told into a number', async () => {
    show(poorIncidentResponse());

    const strip = await screen.findByRole('region', {
      name: 'The incident in numbers',
    });
    const words = plain(strip.textContent);
    expect(words).toMatch(/Seen afterNot known/);
    expect(words).toMatch(/Restored afterNot yetgoing on for/);
    expect(words).toMatch(/First answer afterNot yet/);
    expect(words).toContain('No cause is known');
    expect(screen.getByText(/names no dependency/)).toBeInTheDocument();
    expect(screen.getAllByText('none is known')).toHaveLength(2);
    expect(screen.getByText('severity not told')).toBeInTheDocument();
  });

  it('leads from a merged incident to the one that counts', async () => {
    const merged = { ...cardPayments, mergedInto: 'pagerduty:incident:INC-1' };
    show(incidentResponse({ incident: merged, attribution: undefined }));

    expect(await screen.findByRole('link', { name: 'INC-1' })).toHaveAttribute(
      'href',
      '/incidents/component/default/payments-api/pagerduty:incident:INC-1',
    );
    expect(screen.getByText('Not counted')).toBeInTheDocument();
  });

  it('shows boxes while the answer is on its way', async () => {
    show(new Promise<never>(() => {}));

    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says who to ask where it may not be seen', async () => {
    show(await responseError(403, 'no'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the accountability of INC-2207.',
    );
  });

  it('gives the sentence of the server where there is no such incident', async () => {
    show(await responseError(404, 'payments-api has no record INC-2207.'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'payments-api has no record INC-2207.',
    );
  });
});
