import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../../__testUtils__';
import { replay, replaysResponse } from '../../../fixtures';
import { SourcesPage } from '../SourcesPage';

async function rowsOf() {
  const table = await screen.findByRole('table', {
    name: 'Deliveries read again',
  });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent?.replace(/\u00a0/g, ' ') ?? '');
}

async function openDialog(api: FakeAccountabilityApi) {
  const user = userEvent.setup();
  renderPage(<SourcesPage />, { api });
  await user.click(
    await screen.findByRole('button', {
      name: 'Read again: deliveries of github',
    }),
  );
  const dialog = await screen.findByRole('dialog');
  const start = () =>
    user.click(within(dialog).getByRole('button', { name: 'Read again' }));
  return { dialog, start };
}

const asked = (api: FakeAccountabilityApi, what: string) =>
  api.asked.filter(each => each.what === what);

describe('replays of the sources page', () => {
  it.each([
    { given: 0, gives: ['Waiting', '0 of 640', 'nothing so far'] },
    {
      given: 1,
      gives: [
        'Reading',
        'received 16 Nov 2026, 12:00 UTC to 23 Nov 2026, 11:58 UTC',
        '5,136 of 12,840',
        '37 deliveries say something else',
        '41 events added, 4 taken back',
      ],
    },
    {
      given: 2,
      gives: [
        'Done',
        'took 3 min',
        'all that are kept, to',
        'nothing: they say what they said before',
      ],
    },
    { given: 3, gives: ['Done', '118 deliveries say something else'] },
    { given: 4, gives: ['Failed', '8,000 of', '5 times in a row'] },
    { given: 5, gives: ['Cancelled', '2,000 of 12,840'] },
  ])('row $given says $gives', async ({ given, gives }) => {
    renderPage(<SourcesPage />);

    const rows = await rowsOf();

    for (const words of gives) expect(rows[given]).toContain(words);
  });

  it('gives the progress to screen readers', async () => {
    renderPage(<SourcesPage />);

    const bars = await screen.findAllByRole('progressbar', {
      name: 'Deliveries of github read again',
    });

    expect(bars[0]).toHaveAttribute('aria-valuenow', '5136');
    expect(bars[0]).toHaveAttribute('aria-valuetext', '5,136 of 12,840');
  });

  it('says that no delivery was kept of the time asked for', async () => {
    const replays = replaysResponse({
      replays: [replay({ status: 'done', total: 0, read: 0, changed: 0 })],
    });
    renderPage(<SourcesPage />, {
      api: new FakeAccountabilityApi({ replays }),
    });

    expect((await rowsOf())[0]).toContain('no delivery is kept of that time');
  });

  it('says what reading again is for while nothing was', async () => {
    const replays = replaysResponse({ replays: [] });
    renderPage(<SourcesPage />, {
      api: new FakeAccountabilityApi({ replays }),
    });

    expect(
      await screen.findByText(/Nothing was read again yet/),
    ).toBeInTheDocument();
  });

  it('asks for the last 24 hours of the source, then shows the replay', async () => {
    const api = new FakeAccountabilityApi();
    const { start } = await openDialog(api);
    const before = asked(api, 'replays').length;

    await start();

    expect(
      await screen.findByText(
        '12,840 deliveries of github are being read again.',
      ),
    ).toBeInTheDocument();
    const [{ options }] = asked(api, 'createdReplay');
    expect(options).toEqual({
      source: 'github',
      from: expect.stringMatching(/:\d\d:00.000Z$/),
      to: expect.stringMatching(/:\d\d:00.000Z$/),
    });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(asked(api, 'replays').length).toBeGreaterThan(before);
  });

  it.each([
    {
      given: ['2026-11-01T08:00', '2026-11-02T20:30'],
      gives: {
        source: 'github',
        from: '2026-11-01T08:00:00.000Z',
        to: '2026-11-02T20:30:00.000Z',
      },
    },
    {
      given: ['', ''],
      gives: { source: 'github', from: undefined, to: undefined },
    },
  ])('sends the UTC times $given', async ({ given: [from, to], gives }) => {
    const api = new FakeAccountabilityApi();
    const { dialog, start } = await openDialog(api);
    const type = (label: RegExp, value: string) =>
      fireEvent.change(within(dialog).getByLabelText(label), {
        target: { value },
      });

    type(/Received from/, from);
    type(/Received before/, to);
    await start();

    await screen.findByText(/are being read again/);
    expect(asked(api, 'createdReplay')).toEqual([
      { what: 'createdReplay', options: gives },
    ]);
  });

  it('does not ask for a time that ends before it begins', async () => {
    const api = new FakeAccountabilityApi();
    const { dialog, start } = await openDialog(api);

    fireEvent.change(within(dialog).getByLabelText(/Received before/), {
      target: { value: '2020-01-01T00:00' },
    });
    await start();

    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'The first instant must lie before the second.',
    );
    expect(asked(api, 'createdReplay')).toEqual([]);
  });

  it.each([
    { given: 403, message: 'no', gives: 'accountability.delivery.replay' },
    {
      given: 400,
      message: 'There is no source "github" that is on',
      gives: 'There is no source "github" that is on',
    },
  ])('says why an answer $given began nothing', async row => {
    const createdReplay = await responseError(row.given, row.message);
    const api = new FakeAccountabilityApi({ createdReplay });
    const { dialog, start } = await openDialog(api);

    await start();

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      row.gives,
    );
  });

  it('cancels a replay that has not ended, and only such a one', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(<SourcesPage />, { api });
    const buttons = await screen.findAllByRole('button', { name: /^Cancel/ });

    await user.click(buttons[1]);

    expect(buttons).toHaveLength(2);
    expect(asked(api, 'cancelledReplay')).toEqual([
      { what: 'cancelledReplay', options: 'replay-5' },
    ]);
  });

  it('says why a replay was not cancelled', async () => {
    const user = userEvent.setup();
    const cancelledReplay = await responseError(403, 'no');
    const api = new FakeAccountabilityApi({ cancelledReplay });
    renderPage(<SourcesPage />, { api });

    const [button] = await screen.findAllByRole('button', { name: /^Cancel/ });
    await user.click(button);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'accountability.delivery.replay',
    );
  });

  it('says that it was begun only until it has ended', async () => {
    const api = new FakeAccountabilityApi();
    const { start } = await openDialog(api);
    await start();
    await screen.findByText(/are being read again/);

    api.answers.replays = replaysResponse({
      replays: [replay({ status: 'done' })],
    });

    await waitFor(
      () =>
        expect(
          screen.queryByText(/are being read again/),
        ).not.toBeInTheDocument(),
      { timeout: 4000 },
    );
  });

  it('asks often while one runs', async () => {
    const api = new FakeAccountabilityApi();
    renderPage(<SourcesPage />, { api });
    await rowsOf();

    api.answers.replays = replaysResponse({
      replays: [replay({ status: 'done', read: 12_840 })],
    });

    expect(
      await screen.findByText('12,840 of 12,840', {}, { timeout: 4000 }),
    ).toBeInTheDocument();
  });
});
