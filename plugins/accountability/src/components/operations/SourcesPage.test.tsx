import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import {
  aliveSource,
  NOW,
  quietSource,
  sourceHealth,
  sourcesResponse,
} from '../../fixtures';
import { SourcesPage } from './SourcesPage';

async function rowOf(source: string) {
  const table = await screen.findByRole('table', { name: 'Sources' });
  const head = within(table).getByRole('rowheader', { name: source });
  const rows = head.closest('tbody');
  if (!rows) throw new Error(`${source} has no row`);
  return rows;
}

function renderSources(...sources: Parameters<typeof sourcesOf>) {
  return renderPage(<SourcesPage />, {
    api: new FakeAccountabilityApi({ sources: sourcesOf(...sources) }),
  });
}

function sourcesOf(...sources: ReturnType<typeof sourceHealth>[]) {
  return sourcesResponse({ sources, queue: { due: 0 } });
}

describe('SourcesPage', () => {
  it.each([
    {
      given: 'argocd',
      gives: [
        'Stuck',
        '21 deliveries wait',
        'canceling statement due to timeout',
        'Nothing is lost',
      ],
    },
    {
      given: 'pagerduty',
      gives: [
        'Quiet',
        'since 23 Nov 2026, 09:00 UTC',
        'Nothing came for 3 hours',
        'Look at the sender',
        '3 deliveries of the last 24 h were not signed right',
        '1 delivery of the last 24 h was signed right and could not be read',
      ],
    },
    {
      given: 'gitlab',
      gives: [
        'Refused',
        '48 in 24 h',
        'never',
        'The header x-gitlab-token is not one of the secrets',
        'accountability.sources.gitlab.secrets',
      ],
    },
    {
      given: 'jenkins',
      gives: [
        'Polling fails',
        '3 of 41 subjects',
        'builds cannot be asked about 3 of 41 subjects: Jenkins answered 403 Forbidden.',
        'all accepted',
      ],
    },
    {
      given: 'github',
      gives: [
        'Alive',
        '2,061',
        '1,841 accepted',
        '220 ignored',
        '3 on their way to the records',
        '2 s on average',
        'at most 41 s',
      ],
    },
    { given: 'generic', gives: ['Idle', 'nothing in 24 h', 'not measured'] },
    { given: 'opsgenie', gives: ['Off', 'not configured any more'] },
  ])('says how $given is doing', async ({ given, gives }) => {
    renderPage(<SourcesPage />);

    const row = await rowOf(given);

    const text = row.textContent?.replace(/\u00a0/g, ' ');
    for (const words of gives) expect(text).toContain(words);
  });

  it('says what to do where more came than is taken', async () => {
    renderSources(aliveSource({ limited: 1204 }));

    const row = await rowOf('github');

    expect(row).toHaveTextContent(
      /1,204 deliveries of the last 24.h came beyond the limit/,
    );
    expect(row).toHaveTextContent(
      'raise accountability.intake.rateLimit.perMinute',
    );
  });

  it('has nothing to say to do where all is well', async () => {
    renderSources(aliveSource());

    const row = await rowOf('github');

    expect(row).not.toHaveTextContent('What to do');
    expect(screen.getByText('none needs a person')).toBeInTheDocument();
  });

  it('counts those that need a person', async () => {
    renderPage(<SourcesPage />);

    expect(await screen.findByText('4 of 7 need a person')).toBeInTheDocument();
    expect(screen.getByText('2 services')).toBeInTheDocument();
  });

  it('draws the hours with a sentence', async () => {
    const perHour = [...Array(46).fill(0), 7, 2];
    renderSources(aliveSource({ perHour }));

    expect(
      await screen.findByRole('img', {
        name: 'Deliveries of github in each of the last 48 hours: 9 in all, at most 7 in an hour, 2 in this hour so far; 46 hours without any.',
      }),
    ).toBeInTheDocument();
  });

  it('folds the latest troubles behind their count', async () => {
    const user = userEvent.setup();
    renderSources(quietSource());
    const toggle = await screen.findByRole('button', {
      name: 'latest 2 not accepted',
    });

    await user.click(toggle);

    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    expect(
      screen.getByRole('row', {
        name: /Unsupported incident.workflow.started is not read/,
      }),
    ).toBeInTheDocument();
  });

  it('folds the polled streams behind their count', async () => {
    const user = userEvent.setup();
    const polling = [
      { stream: 'deployments', subjects: 66, failing: 0 },
      {
        stream: 'workflow_runs',
        subjects: 12,
        failing: 2,
        oldestPolledAt: Date.now() - 7_200_000,
        limitedUntil: Date.now() + 600_000,
      },
    ];
    renderSources(aliveSource({ polling }));

    await user.click(
      await screen.findByRole('button', { name: '2 streams polled' }),
    );

    const table = screen.getByRole('table', {
      name: 'Polled streams of github',
    });
    const [, deployments, runs] = within(table).getAllByRole('row');
    expect(deployments).toHaveTextContent('one was never asked about');
    expect(runs).toHaveTextContent(/2\D+h.*asked us to pause until/);
  });

  it('says where a source that never delivered waits', async () => {
    renderPage(<SourcesPage />);

    const table = await screen.findByRole('table', {
      name: 'Ready, nothing delivered yet',
    });
    const row = within(table)
      .getByRole('rowheader', { name: 'alertmanager' })
      .closest('tr');
    expect(row).toHaveTextContent('Never delivered');
    expect(row).toHaveTextContent(
      '/api/accountability/deliveries/alertmanager',
    );
    expect(
      screen.getByText(/permission accountability.delivery.create/),
    ).toBeInTheDocument();
  });

  it.each([
    { given: 'no source that is on', sources: [] },
    { given: 'sources that never delivered', sources: ['github', 'generic'] },
  ])('teaches how to connect a first source to $given', async ({ sources }) => {
    renderSources(...sources.map(source => sourceHealth(source)));

    expect(
      await screen.findByText('Connect a first source'),
    ).toBeInTheDocument();
    expect(screen.getByText(/secrets:/)).toBeInTheDocument();
    expect(
      screen.getByText(/\/api\/accountability\/deliveries\/<source>/),
    ).toBeInTheDocument();
    expect(screen.queryByText('Deliveries read again')).not.toBeInTheDocument();
  });

  it('offers to read again what is on and has delivered', async () => {
    renderSources(
      aliveSource(),
      sourceHealth('opsgenie', { on: false, lastReceivedAt: NOW }),
    );

    await rowOf('github');

    expect(screen.getAllByRole('button', { name: /^Read again/ })).toHaveLength(
      1,
    );
  });

  it('shows what is looked up outside, also before anything is delivered', async () => {
    renderSources();

    const table = await screen.findByRole('table', {
      name: 'Looked up outside',
    });

    expect(within(table).getAllByRole('rowheader')).toHaveLength(6);
  });

  it('can be asked again after an error', async () => {
    const sources = await responseError(503, 'Starting up.');
    renderPage(<SourcesPage />, {
      api: new FakeAccountabilityApi({ sources }),
    });

    expect(await screen.findByText('Starting up.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('names the permission to ask for', async () => {
    const sources = await responseError(403, 'no');
    renderPage(<SourcesPage />, {
      api: new FakeAccountabilityApi({ sources }),
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'accountability.source.read',
    );
  });
});
