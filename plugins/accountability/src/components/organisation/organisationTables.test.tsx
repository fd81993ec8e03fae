import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OrganisationResponse } from 'backstage-plugin-accountability-common';
import { FakeAccountabilityApi, renderPage } from '../../__testUtils__';
import { NOW, organisationResponse, organisationRows } from '../../fixtures';
import { OrganisationPage } from './OrganisationPage';

/** One group, since a page with all of them takes its time to search. */
const organisation = organisationResponse({
  rows: organisationRows.slice(0, 1),
});

const render = (rest: Partial<OrganisationResponse> = {}) => {
  const api = new FakeAccountabilityApi({
    organisation: { ...organisation, ...rest },
  });
  renderPage(<OrganisationPage />, { api });
  return api;
};

const rowOf = async (table: string, row: RegExp) =>
  within(await screen.findByRole('table', { name: table })).getByRole('row', {
    name: row,
  });

describe('what is most worth doing', () => {
  const debt = (row: RegExp) => rowOf('Most worth doing', row);

  it.each([
    {
      given: /A runner is free soon/,
      gives: [
        '64 d',
        '4 d',
        '412 h',
        'waiting for builds; known of 29 of 31 services',
        '103 h',
        'and 28 more',
        '1231 h impaired',
      ],
    },
    {
      given: /Builds do not fail and pass/,
      gives: ['231 h', 'builds wasted; known of all 6 services', 'none'],
    },
    {
      given: /A rollback takes/,
      gives: ['Unknown', 'known of none of 2 services', 'not known'],
    },
    {
      given: /A real team owns it/,
      gives: ['nobody', 'Unknown', 'the check names no cost'],
    },
    {
      given: /Observability of Payments is unknown/,
      gives: ['hides 28 results', 'Unknown', 'not estimated'],
    },
  ])('$given says $gives', async ({ given, gives }) => {
    render();

    const row = await debt(given);

    gives.forEach(words => expect(row).toHaveTextContent(words));
  });

  it.each([/A rollback takes/, /A real team owns it/, /Observability of/])(
    '%p costs no zero hours, since what it costs is not known',
    async given => {
      render();

      expect(await debt(given)).not.toHaveTextContent(/\b0\sh/);
    },
  );

  it('tells apart what costs hours, what is not known to, and blind spots', async () => {
    render();

    const table = await screen.findByRole('table', {
      name: 'Most worth doing',
    });
    const heads = within(table)
      .getAllByRole('rowheader')
      .map(head => head.textContent)
      .filter(words => !/service/.test(words ?? ''));
    expect(heads).toEqual([
      'Costs hours, those that pay back most first',
      'Cost not known',
      'Blind spots: cost unknown, cheap to see',
    ]);
    expect(screen.getByText('6 of 34 shown')).toBeVisible();
  });

  it.each([
    {
      given: 'Service is restored within an hour, Payments',
      title: 'Service is restored within an hour of Payments',
      gives: {
        group: 'group:default/payments',
        own: true,
        check: 'production-readiness/restore-time',
      },
    },
    {
      given: 'A real team owns it, nobody',
      title: 'A real team owns it of No owner that resolves',
      gives: { unowned: true, check: 'production-readiness/owned' },
    },
    {
      given: 'Observability of Payments is unknown, Payments',
      title: 'Observability of Payments itself',
      gives: {
        group: 'group:default/payments',
        own: true,
        burden: 'observability',
      },
    },
  ])('opens the services behind $given', async ({ given, title, gives }) => {
    const user = userEvent.setup();
    const api = render();

    await user.click(
      await screen.findByRole('button', {
        name: `Show the services behind: ${given}`,
      }),
    );

    await screen.findByRole('dialog', { name: title });
    expect(api.asked).toContainEqual({ what: 'behind', options: gives });
  });
});

describe('what got worse', () => {
  it.each([
    {
      given: /payments-api/,
      gives: /paymentskev-openSecurity, criticalPassFailCVE-2026-1234.*21 Nov/,
    },
    { given: /ledger/, gives: /Levelproduction-readinessGoldSilver/ },
    { given: /label-printer/, gives: /nobodyowned.*ExemptFail/ },
  ])('$given turned as $gives', async ({ given, gives }) => {
    render();

    const row = await rowOf('Worse this week', given);

    expect(row).toHaveTextContent(gives);
  });

  it('is said to be nothing in words', async () => {
    render({ worse: { from: NOW, checks: 0, levels: 0, turns: [] } });

    expect(await screen.findByText(/turned for the worse since/)).toBeVisible();
  });
});

describe('trend and levels', () => {
  it('say in a sentence what the line shows', async () => {
    render();

    expect(
      await screen.findByRole('img', {
        name: /^Observability: \d+.% of known checks did not pass on 28.Sep, \d+.% on 23.Nov; unknown on 4 of 13 days/,
      }),
    ).toBeVisible();
  });

  it('say how many services each level had and has', async () => {
    render();

    const levels = await screen.findByRole('region', { name: 'Levels' });
    expect(
      within(levels)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Gold11 was 9',
      'Silver27 was 24',
      'Bronze19 was 23',
      'No level9 was 10',
    ]);
  });
});
