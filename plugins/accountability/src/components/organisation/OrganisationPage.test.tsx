import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  FakeSignalApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import {
  organisationResponse,
  organisationRowsBelow,
  organisationService,
  organisationServicesResponse,
} from '../../fixtures';
import { OrganisationPage } from './OrganisationPage';

const page = <OrganisationPage />;
const pay = 'group:default/payments';

const heat = () => screen.findByRole('table', { name: /by group and burden/ });

async function headsOf(table: HTMLElement) {
  return within(table)
    .getAllByRole('rowheader')
    .map(head => head.textContent?.replace(/\d+ services?.*/, ''));
}

/** What was asked of one kind, the last of it. */
function lastAsked(
  api: FakeAccountabilityApi,
  kind: 'organisation' | 'behind',
) {
  const asked = api.asked.filter(({ what }) => what === kind);
  return asked[asked.length - 1]?.options;
}

describe('OrganisationPage', () => {
  it('says in words what is looked at, and as of when', async () => {
    renderPage(page);

    expect(
      await screen.findByRole('heading', { name: 'All services' }),
    ).toBeVisible();
    const told = screen.getAllByRole('listitem').map(item => item.textContent);
    expect(told).toEqual(
      expect.arrayContaining([
        '66 services',
        '2 have no owner that resolves',
        expect.stringContaining('23\u00a0Nov\u00a02026, 12:00'),
      ]),
    );
  });

  it('gives coverage, what does not pass, what nobody owns and what got worse in four numbers', async () => {
    renderPage(page);

    const strip = await screen.findByRole('region', { name: /four numbers/ });

    expect(strip).toHaveTextContent(
      '92%1,360 of 1,486 checks known, 126 unknown',
    );
    expect(strip).toHaveTextContent(
      /18 %249 of 1,360 known checks; 1\d % twelve weeks ago/,
    );
    expect(strip).toHaveTextContent('3 %2 of 66 services');
    expect(strip).toHaveTextContent('14 checks turned2 levels fell');
  });

  it('nests groups, and says of what a row speaks', async () => {
    renderPage(page);

    expect(await headsOf(await heat())).toEqual([
      'Commerce',
      'Checkout',
      'Payments',
      'Logistics',
      'Platform',
      'Data platform',
      'Platform itself',
      'Owned by people',
      'No owner that resolves',
    ]);
  });

  it('reads the groups below one that came without them when it is opened', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(page, { api, path: '/?lifecycle=production' });
    const table = await heat();
    api.answers.organisation = organisationResponse({
      rows: organisationRowsBelow,
    });

    await user.click(
      within(table).getByRole('button', { name: 'Groups below Payments' }),
    );

    expect(
      await within(table).findByRole('link', { name: 'Payments risk' }),
    ).toBeVisible();
    expect(lastAsked(api, 'organisation')).toEqual({
      lifecycle: 'production',
      group: pay,
    });
    expect(await headsOf(table)).toEqual([
      'Commerce',
      'Checkout',
      'Payments',
      'Payments risk',
      'Payments itself',
      'Logistics',
      'Platform',
      'Data platform',
      'Platform itself',
      'Owned by people',
      'No owner that resolves',
    ]);
  });

  it('folds the groups below one', async () => {
    const user = userEvent.setup();
    renderPage(page);
    const table = await heat();
    const fold = within(table).getByRole('button', {
      name: 'Groups below Commerce',
    });
    expect(fold).toHaveAttribute('aria-expanded', 'true');

    await user.click(fold);

    expect(fold).toHaveAttribute('aria-expanded', 'false');
    expect(await headsOf(table)).not.toContain('Checkout');
  });

  it('says why the groups below one did not come, and asks again', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(page, { api });
    const table = await heat();
    api.answers.organisation = await responseError(503, 'busy');
    await user.click(
      within(table).getByRole('button', { name: 'Groups below Payments' }),
    );
    expect(await within(table).findByRole('alert')).toHaveTextContent(
      'The groups below Payments could not be had',
    );

    api.answers.organisation = organisationResponse({
      rows: organisationRowsBelow,
    });
    await user.click(within(table).getByRole('button', { name: 'Try again' }));

    expect(
      await within(table).findByRole('link', { name: 'Payments risk' }),
    ).toBeVisible();
  });

  it('says unknown and never 0 % where under half is known, and nothing where no check asks', async () => {
    renderPage(page);
    const table = await heat();

    const unowned = within(table).getByRole('row', { name: /No owner/ });
    const cells = within(unowned).getAllByRole('cell');

    expect(cells[1]).toHaveTextContent('unknown 0 of 9 known');
    expect(cells[1]).not.toHaveTextContent('%');
    const own = within(table).getByRole('row', { name: /Platform itself/ });
    expect(within(own).getAllByRole('cell')[2]).toHaveTextContent('–no check');
  });

  it('says how far a share moved in four weeks, once that is no noise', async () => {
    renderPage(page);
    const table = await heat();

    const checkout = within(table).getByRole('row', { name: /Checkout/ });
    const [pipeline, reliability] = within(checkout).getAllByRole('button');

    expect(reliability).toHaveAccessibleName(
      '26\u00a0%, 9 of 35, up 9 points in four weeks: Reliability of Checkout, known checks that do not pass; 35 of 35 known',
    );
    expect(pipeline).toHaveTextContent(/^17 %6 of 35$/);
  });

  it('opens the services behind a cell, and keeps that in the address', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi({
      behind: organisationServicesResponse({ nextCursor: 'next' }),
    });
    renderPage(page, { api, path: '/?tag=java' });

    await user.click(
      within(await heat()).getByRole('button', {
        name: /: Security of Payments,/,
      }),
    );

    const dialog = await screen.findByRole('dialog', {
      name: 'Security of Payments',
    });
    expect(lastAsked(api, 'behind')).toEqual({
      tag: 'java',
      group: pay,
      burden: 'security',
    });
    const table = await within(dialog).findByRole('table', {
      name: 'Services',
    });
    expect(
      within(table).getByRole('link', { name: 'payments-api' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/accountability',
    );
    expect(
      within(table).getByRole('row', { name: /payments-api/ }),
    ).toHaveTextContent(
      /FailNo known exploited hole stays opencritical, since 11.Nov.2026/i,
    );
    expect(
      within(table).getByRole('link', { name: 'Dependencies are not old' }),
    ).toHaveAttribute('href', '/scorecards/production-readiness');
    expect(table).toHaveTextContent('all that was asked passes');

    api.answers.behind = organisationServicesResponse({
      services: [organisationService('ledger')],
    });
    await user.click(within(dialog).getByRole('button', { name: 'Show more' }));

    expect(
      await within(table).findByRole('link', { name: 'ledger' }),
    ).toBeVisible();

    expect(lastAsked(api, 'behind')).toMatchObject({ cursor: 'next' });
  });

  it('opens what a link says is open, and closes it', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(page, { api, path: `/?cell=own/${pay}/ownership` });
    const dialog = await screen.findByRole('dialog', {
      name: 'Ownership of Payments itself',
    });
    expect(lastAsked(api, 'behind')).toEqual({
      group: pay,
      own: true,
      burden: 'ownership',
    });

    const closers = within(dialog).getAllByRole('button', { name: 'Close' });
    await user.click(closers[closers.length - 1]);

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('is read again when anything turned', async () => {
    const api = new FakeAccountabilityApi();
    const signals = new FakeSignalApi();
    renderPage(page, { api, signals });
    await heat();
    const before = api.asked.length;

    signals.send({ many: true });

    await waitFor(() => expect(api.asked.length).toBeGreaterThan(before), {
      timeout: 1500,
    });
    expect(lastAsked(api, 'organisation')).toEqual({});
  });
});
