import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../../__testUtils__';
import { factBrief, ownedService, ownershipResponse } from '../../../fixtures';
import { OwnershipSection } from './OwnershipSection';

const section = <OwnershipSection groupRef="group:default/payments-core" />;
const plain = (text: string | null) => (text ?? '').replace(/\u00a0/g, ' ');
const findTable = () =>
  screen.findByRole('table', { name: 'Who stands for our services' });
const cellsOf = async (service: string) => {
  const link = within(await findTable()).getByRole('link', { name: service });
  const row = link.closest('tr');
  return Array.from(row?.querySelectorAll('td') ?? []).map(cell =>
    // Without what says to who hears it of whom the cell is.
    plain(cell.textContent).replace(new RegExp(`, [A-Z].* of ${service}`), ''),
  );
};

describe('who stands for our services', () => {
  it('shows each fact with its basis, and the part of machines as a lower bound', async () => {
    renderPage(section);

    expect(await cellsOf('payments-api')).toEqual([
      '41 %n = 40',
      '22 %n = 40',
      '1n = 40',
      '18 %n = 40',
      '93 %n = 40',
      '20 d ago',
      'at least 52 %n = 40',
      '71 %n = 21',
      '64 %n = 40',
    ]);
  });

  it('says of each button what it is of to who hears it alone', async () => {
    renderPage(section);

    const table = await findTable();
    for (const name of [
      /^41.%, Our work of payments-api$/,
      /^20.d.ago, Attested of payments-api$/,
      /^Unknown,.?too.little.data, Our work of refund-worker$/,
    ]) {
      expect(within(table).getByRole('button', { name })).toBeVisible();
    }
  });

  it('never shows the unknown as a number, and says in a word why', async () => {
    renderPage(section);

    const missing =
      'Unknown,not assessedIt comes with the next assessment of the service.';
    expect(await cellsOf('refund-worker')).toEqual([
      'Unknown,too little datan = 4',
      missing,
      'Unknown,not collected',
      missing,
      missing,
      'Unknown,not yet',
      'at least 0 %n = 40',
      missing,
      missing,
    ]);
    expect(await cellsOf('fraud-scoring')).toEqual([
      'Unknown,too few peoplen = 4',
      missing,
      missing,
      'does not apply',
      'Unknown,no source',
      'Unknown,rejected',
      missing,
      missing,
      'Unknown,out of daten = 4',
    ]);
  });

  it('gives the whole sentence of a cell by key', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(section, { api });
    const cell = within(await findTable()).getByRole('button', {
      name: /too few people/,
    });
    expect(cell).toHaveAccessibleDescription(/fewer than 5 people/);

    cell.focus();
    await user.keyboard('{Enter}');

    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'ownership.owner_touch',
    );
    expect(api.asked).toContainEqual({
      what: 'metric',
      options: expect.objectContaining({ fact: 'ownership.owner_touch' }),
    });
  });

  it('leads to each service and names an owner below the team', async () => {
    renderPage(section);

    const link = within(await findTable()).getByRole('link', {
      name: 'fraud-scoring',
    });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/component/fraud-scoring/accountability',
    );
    const heads = within(await findTable()).getAllByRole('rowheader');
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      'fraud-scoringof payments-riskchanges',
      'payments-apichanges',
      'refund-workerchanges',
    ]);
  });

  it('explains its columns when asked', async () => {
    const user = userEvent.setup();
    renderPage(section);

    await user.click(
      await screen.findByRole('button', { name: 'What the columns say' }),
    );

    expect(screen.getByText(/unmarked, not human/)).toBeInTheDocument();
  });

  it('says today of an attestation of today', async () => {
    const ownership = ownershipResponse({
      services: [
        ownedService('new', [
          factBrief('attestation_age', 0, { unit: 'days' }),
        ]),
      ],
    });
    renderPage(section, { api: new FakeAccountabilityApi({ ownership }) });

    expect((await cellsOf('new'))[5]).toBe('today');
  });

  it('reads the next page when asked', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi({
      ownership: ownershipResponse({ nextCursor: 'page-2' }),
    });
    renderPage(section, { api });
    const more = await screen.findByRole('button', { name: 'Show more' });

    api.answers.ownership = ownershipResponse({
      services: [ownedService('ledger', [])],
    });
    await user.click(more);

    expect(await screen.findByRole('link', { name: 'ledger' })).toBeVisible();
    expect(api.asked).toContainEqual({
      what: 'ownership',
      options: { cursor: 'page-2' },
    });
    await waitFor(() => expect(more).not.toBeInTheDocument());
  });

  it.each([
    {
      given: 'nothing is assessed yet',
      ownership: () => ownershipResponse({ services: [] }),
      gives: /No service of this team has been assessed yet/,
    },
    {
      given: 'it may not be seen',
      ownership: () => responseError(403, 'no'),
      gives: /You may not see the accountability of payments-core/,
    },
  ])('says so where $given', async ({ ownership, gives }) => {
    const api = new FakeAccountabilityApi({ ownership: await ownership() });
    renderPage(section, { api });

    expect(await screen.findByText(gives)).toBeInTheDocument();
  });
});
