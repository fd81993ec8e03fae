import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import {
  known,
  metricResponse,
  NOW,
  poorMetricResponse,
  retoldResponse,
  revisionsResponse,
} from '../../fixtures';
import { MetricButton } from '.';

const fact = known('reliability.lead_time_p50', 'seconds', { value: 68_400 });
const button = (
  <MetricButton entityRef="component:default/payments-api" fact={fact} />
);
const plain = (text: string | null) => (text ?? '').replace(/\u00a0/g, ' ');
const cells = (row: HTMLElement) =>
  [...row.children].map(cell => plain(cell.textContent)).join(' | ');

async function open(
  metric = metricResponse(),
  { page = button, revisions = revisionsResponse() } = {},
) {
  const user = userEvent.setup();
  const api = new FakeAccountabilityApi({ metric, revisions });
  renderPage(page, { api });
  await user.click(await screen.findByRole('button', { name: fact.id }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText(metric.question);
  return { user, api, dialog };
}

describe('MetricButton', () => {
  it('opens value, basis and definition', async () => {
    const { dialog } = await open();

    const words = plain(dialog.textContent);
    expect(words).toContain('19 h');
    expect(words).toContain('The median of 45 changes.');
    expect(words).toContain('n = 45, 25 Aug 2026 to 23 Nov 2026, production');
    expect(words).toContain('Definition: DORA, change lead time');
  });

  it('says what is thought good, and how it can be gamed', async () => {
    const { dialog } = await open();

    const words = plain(dialog.textContent);
    expect(words).toContain(
      'Thought good: at most 7 d for bronze, 24 h for silver, 60 min for gold; published numbers.',
    );
    expect(words).toContain(
      'Can be gamed: Small changes that nobody needs make it short.',
    );
  });

  it('says nothing of what is good where nobody knows', async () => {
    const { dialog } = await open(metricResponse({ ladder: undefined }));

    expect(dialog.textContent).not.toContain('Thought good');
  });

  it('gives the whole distribution, not only the median', async () => {
    const { dialog } = await open();

    expect(
      within(dialog).getByRole('img', {
        name: /half of them from 6.h to 40.h/,
      }),
    ).toBeInTheDocument();
    const table = within(dialog).getByRole('table', {
      name: 'Number of values by range',
    });
    expect(within(table).getAllByRole('row').map(cells)).toEqual([
      '0 s to 60 min | 3',
      '60 min to 24 h | 24',
      '24 h to 7 d | 17',
      '7 d and more | 1',
    ]);
    expect(plain(dialog.textContent)).toContain('p902.9 d');
  });

  it('leaves a gap where a past window is unknown, with its reason', async () => {
    const { dialog } = await open();

    const chart = within(dialog).getByRole('img', {
      name: '6 windows of 28 days, 2 of them unknown.',
    });
    expect(chart.querySelectorAll('rect')).toHaveLength(1);
    expect(
      within(dialog).getAllByText(
        'Unknown, because No change was deployed in this window.',
      ),
    ).toHaveLength(2);
  });

  it('reads a benchmark beside the value without judging', async () => {
    const { dialog } = await open();

    expect(dialog).toHaveTextContent(
      'DORA Quick Check 2025: the value falls into “less than one day”.',
    );
    expect(dialog).toHaveTextContent('they judge nothing');
  });

  it('asks for another window and another environment', async () => {
    const { user, api, dialog } = await open();

    await user.click(within(dialog).getByRole('radio', { name: '90 d' }));
    await waitFor(() =>
      expect(api.asked).toContainEqual({
        what: 'metric',
        options: { fact: fact.id, window: 90, environment: undefined },
      }),
    );
    await user.click(
      within(dialog).getByRole('button', { name: /Environment/ }),
    );
    await user.click(await screen.findByRole('option', { name: 'staging' }));

    await waitFor(() =>
      expect(api.asked).toContainEqual({
        what: 'metric',
        options: { fact: fact.id, window: 90, environment: 'staging' },
      }),
    );
  });

  it('leads from every single value to its record', async () => {
    const { user, api, dialog } = await open();

    await user.click(
      within(dialog).getByRole('button', {
        name: 'Record github:change:acme/payments:812',
      }),
    );

    expect(
      await within(dialog).findByRole('link', { name: /INC-2207/ }),
    ).toBeInTheDocument();
    expect(api.asked).toContainEqual({
      what: 'evidence',
      options: { record: 'github:change:acme/payments:812' },
    });
  });

  it('never shows an unknown fact as a number', async () => {
    const { dialog } = await open(poorMetricResponse());

    expect(dialog).toHaveTextContent('Cannot be judged');
    expect(dialog).toHaveTextContent('Connect a source of changes.');
    expect(dialog).toHaveTextContent('No past window is kept yet.');
    expect(dialog).toHaveTextContent('No single value stands behind it');
    expect(within(dialog).queryByRole('img')).not.toBeInTheDocument();
  });

  it('says what is wrong where there is no answer', async () => {
    const user = userEvent.setup();
    const metric = await responseError(404, 'There is no such fact.');
    renderPage(button, { api: new FakeAccountabilityApi({ metric }) });

    await user.click(await screen.findByRole('button', { name: fact.id }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such fact.',
    );
  });

  it('speaks of the instant that the page speaks of, and so do the records behind it', async () => {
    const page = (
      <MetricButton
        entityRef="component:default/payments-api"
        fact={fact}
        at={NOW}
      />
    );
    const { user, api, dialog } = await open(metricResponse(), { page });

    await user.click(
      within(dialog).getByRole('button', {
        name: 'Record github:change:acme/payments:812',
      }),
    );
    await within(dialog).findByRole('link', { name: /INC-2207/ });

    expect(plain(dialog.textContent)).toContain('as of 23 Nov 2026, 12:00 UTC');
    const asked = (what: string) =>
      api.asked.filter(one => one.what === what).map(one => one.options);
    expect(asked('metric')).toMatchObject([{ at: NOW }]);
    expect(asked('revisions')).toMatchObject([{ at: NOW }]);
    expect(asked('evidence')).toMatchObject([{ at: NOW }]);
  });

  it('says that no day was told again', async () => {
    const { dialog } = await open();

    expect(plain(dialog.textContent)).toContain(
      'No day from 6 Jul 2026 to 23 Nov 2026 was told again.',
    );
  });

  it('says what days told again said before, until when, and what they say now', async () => {
    const { dialog } = await open(metricResponse(), {
      revisions: retoldResponse({ truncated: true }),
    });

    const table = await within(dialog).findByRole('table', {
      name: 'Told again',
    });
    expect(within(table).getAllByRole('row').slice(1).map(cells)).toEqual([
      '26 Oct 2026 | unknown (never-collected) | 3 Nov 2026, 12:00 UTC | 21 h',
      '18 h | 19 Nov 2026, 12:00 UTC',
      '20 Oct 2026 | 17 h | 19 Nov 2026, 12:00 UTC | not kept any more',
    ]);
    expect(dialog).toHaveTextContent('Older days were told again, too');
  });

  it('as of a past instant also says what those days said then', async () => {
    const page = (
      <MetricButton
        entityRef="component:default/payments-api"
        fact={fact}
        at={NOW}
      />
    );
    const { dialog } = await open(metricResponse(), {
      page,
      revisions: retoldResponse(),
    });

    const table = await within(dialog).findByRole('table', {
      name: 'Told again',
    });
    expect(within(table).getAllByRole('row').slice(0, 2).map(cells)).toEqual([
      'Day | Said | Until | Said 23 Nov 2026, 12:00 UTC | Says now',
      '26 Oct 2026 | unknown (never-collected) | 3 Nov 2026, 12:00 UTC | 18 h | 21 h',
    ]);
  });

  it.each([
    { given: 'the window that days are kept with', rest: {}, marks: 1 },
    { given: 'another window', rest: { windowDays: 90 }, marks: 0 },
    {
      given: 'another environment',
      rest: { environment: 'staging' },
      marks: 0,
    },
  ])(
    'marks $marks points whose day was told again over $given',
    async given => {
      const { dialog } = await open(metricResponse(given.rest), {
        revisions: retoldResponse(),
      });
      await within(dialog).findByRole('table', { name: 'Told again' });

      const chart = within(dialog).getByRole('img', { name: /6 windows/ });
      expect(chart.querySelectorAll('[data-retold]')).toHaveLength(given.marks);
      expect(
        within(dialog).queryAllByText(/1 of these days was told again/),
      ).toHaveLength(given.marks);
    },
  );

  it('stands where its days cannot be read, and says so', async () => {
    const api = new FakeAccountabilityApi({
      revisions: await responseError(500, 'The database is away.'),
    });
    renderPage(button, { api });

    await userEvent.click(await screen.findByRole('button', { name: fact.id }));

    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
    expect(dialog).toHaveTextContent('The median of 45 changes.');
  });
});
