import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AttributionWindowResponse } from 'backstage-plugin-accountability-common';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import {
  attributionWindowResponse,
  NOW,
  unsureWindowResponse,
} from '../../fixtures';
import { AttributionWindowButton, AttributionWindowSection } from '.';

const HOUR = 3_600_000;
const REF = 'component:default/payments-api';
const section = <AttributionWindowSection entityRef={REF} />;
const plain = (text: string | null) => (text ?? '').replace(/\u00a0/g, ' ');

async function show(window: AttributionWindowResponse, at?: number) {
  const api = new FakeAccountabilityApi({ window });
  renderPage(<AttributionWindowSection entityRef={REF} at={at} />, { api });
  const region = await screen.findByRole('region', {
    name: 'Attribution window',
  });
  await within(region).findByText(/^W: how long/);
  return { api, region, words: plain(region.textContent) };
}

describe('AttributionWindowSection', () => {
  it('says what holds, what is proposed and from what, and what would be charged otherwise', async () => {
    const { words } = await show(attributionWindowResponse());

    expect(words).toContain('W is 24 h (default).');
    expect(words).toContain('Profile default.');
    expect(words).toContain(
      '95 % of 31 known causes showed within 5 h of the end of their rollout, so W of 6 h is proposed; the true one is 4 h to 9 h at 95 %.',
    );
    expect(words).toContain(
      'With it 3 of 40 incidents since 27 May 2026 would be charged otherwise.',
    );
  });

  it('draws every lag with both windows, and counts what lies beyond the scale', async () => {
    const { region } = await show(attributionWindowResponse());

    const chart = within(region).getByRole('img', {
      name: /^31 known causes .*; W is 24.h, 6.h proposed\.$/,
    });
    expect(chart.querySelectorAll('circle')).toHaveLength(30);
    expect(plain(chart.textContent)).toContain('1 later');
    expect(chart.querySelectorAll('rect')).toHaveLength(1);
  });

  it('gives the line that takes it over, to be copied', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    const { region } = await show(attributionWindowResponse());

    expect(region).toHaveTextContent(
      'accountability.io/attribution-window: PT6H',
    );
    await user.click(within(region).getByRole('button', { name: 'Copy' }));

    expect(
      await within(region).findByRole('button', { name: 'Copied' }),
    ).toBeInTheDocument();
    expect(copied).toHaveBeenCalledWith(
      'accountability.io/attribution-window: PT6H',
    );
  });

  it('leads from every lag to incident and deployment, a few at a time', async () => {
    const user = userEvent.setup();
    const { region } = await show(attributionWindowResponse());

    const table = within(region).getByRole('table', { name: 'Known causes' });
    expect(within(table).getAllByRole('row')).toHaveLength(11);
    expect(within(table).getByRole('link', { name: 'INC-2300' })).toBeVisible();
    expect(within(table).getByRole('link', { name: '9000' })).toBeVisible();
    await user.click(within(region).getByRole('button', { name: 'Show more' }));

    expect(within(table).getAllByRole('row')).toHaveLength(32);
    expect(region).toHaveTextContent('31 of 31 shown');
  });

  it('proposes nothing where it is unsure', async () => {
    const { region, words } = await show(unsureWindowResponse(4));

    expect(words).toContain('Nothing is proposed.');
    expect(words).toContain('4 causes are known');
    expect(words).not.toContain('charged otherwise');
    expect(words).not.toContain('catalog-info.yaml');
    expect(
      within(region).getByRole('img', { name: /; W is 24.h\.$/ }),
    ).toBeInTheDocument();
  });

  it('says how causes come to be known where none is', async () => {
    const { region, words } = await show(unsureWindowResponse());

    expect(words).toContain('No cause of an incident since 23 Nov 2025');
    expect(within(region).queryByRole('img')).not.toBeInTheDocument();
    expect(within(region).queryByRole('table')).not.toBeInTheDocument();
  });

  it.each([
    {
      given: 'what is proposed holds already',
      rest: {
        inForce: {
          windowMs: 6 * HOUR,
          origin: 'annotation' as const,
          profile: 'default',
        },
      },
      says: 'W is 6 h (annotation of the service).',
      and: 'That is what holds already; nothing would change.',
    },
    {
      given: 'the profile has no W',
      rest: {
        inForce: { origin: 'configuration' as const, profile: 'devlake' },
      },
      says: 'There is no W',
      and: 'With it 3 of 40',
    },
  ])('says so where $given', async ({ rest, says, and }) => {
    const { words } = await show(attributionWindowResponse(rest));

    expect(words).toContain(says);
    expect(words).toContain(and);
  });

  it('speaks of the past instant that the page speaks of', async () => {
    const { api, words } = await show(attributionWindowResponse(), NOW);

    expect(words).toContain('as of 23 Nov 2026, 12:00 UTC');
    expect(api.asked).toContainEqual({ what: 'window', options: { at: NOW } });
  });

  it('says that it is loading', async () => {
    const window = new Promise<never>(() => {});
    renderPage(section, { api: new FakeAccountabilityApi({ window }) });

    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says what is wrong where there is no answer, and asks again', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi({
      window: await responseError(500, 'The database is away.'),
    });
    renderPage(section, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );

    api.answers.window = attributionWindowResponse();
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText(/default\)\.$/)).toBeInTheDocument();
  });
});

describe('AttributionWindowButton', () => {
  it('opens the same in a dialog, and asks nothing before', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(<AttributionWindowButton entityRef={REF} at={NOW} />, { api });
    const button = await screen.findByRole('button', {
      name: 'How long is that, and why?',
    });
    expect(api.asked).toEqual([]);

    await user.click(button);

    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/default\)\.$/)).toBeInTheDocument();
    expect(plain(dialog.textContent)).toContain('as of 23 Nov 2026, 12:00 UTC');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
