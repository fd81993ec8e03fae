import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../__testUtils__';
import {
  attribution,
  deployment,
  incident,
  NOW,
  timelineResponse,
} from '../../fixtures';
import { TimelineCard } from './TimelineCard';

const DAY = 86_400_000;
const cause = deployment('4.12.0', NOW - 60 * DAY);
const broken = incident('INC-1', NOW - 59 * DAY, { minutes: 41 });
const riddle = incident('INC-2', NOW - 20 * DAY, { minutes: 5 });
const timeline = timelineResponse({
  records: [
    cause,
    deployment('4.13.0', NOW - 30 * DAY, { result: 'failure' }),
    deployment('9', NOW - 25 * DAY, { environment: undefined }),
    broken,
    riddle,
  ],
  attributions: [
    attribution(broken, 'linked', cause),
    attribution(riddle, 'none'),
  ],
});

describe('TimelineCard', () => {
  it('says in one sentence what the chart shows', async () => {
    renderPage(<TimelineCard timeline={timeline} />);

    expect(
      await screen.findByRole('img', {
        name: /90 days\. Deployments: 3, of them charged with an incident: 1\. Incidents: 2, of them with a known cause: 1\. 2 owners/,
      }),
    ).toBeInTheDocument();
  });

  it('gives the same data as a table', async () => {
    renderPage(<TimelineCard timeline={timeline} />);

    const table = await screen.findByRole('table', {
      name: 'The same timeline as a table',
    });
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map(row =>
        [...row.children]
          .slice(1)
          .map(cell => cell.textContent)
          .join(' | '),
      );
    expect(rows).toEqual([
      'Production | 4.12.0 | failed change | checkout',
      'Incidents | INC-1 | linked: 4.12.0 | checkout',
      'Production | 4.13.0 | never reached production | payments-core',
      'Unknown | 9 | change that held | payments-core',
      'Incidents | INC-2 | incident without a known cause | payments-core',
    ]);
  });

  it('has words for a cause of a service that may not be seen, and counts it', async () => {
    const {
      cause: _,
      lagMs,
      causeOwner,
      ...link
    } = attribution(broken, 'linked', cause);
    const hidden = { ...link, causeHidden: true };
    renderPage(
      <TimelineCard timeline={{ ...timeline, attributions: [hidden] }} />,
    );

    expect(
      await screen.findByRole('img', { name: /with a known cause: 1/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('linked: a change of a service that you may not see'),
    ).toBeInTheDocument();
  });

  it('is one tab stop a lane; arrows move, Enter opens, Escape closes', async () => {
    const user = userEvent.setup();
    renderPage(<TimelineCard timeline={timeline} />);
    const lane = await screen.findByRole('listbox', { name: /^Incidents/ });

    await user.tab();
    expect(screen.getByRole('listbox', { name: /^Unknown/ })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('listbox', { name: /^Production/ })).toHaveFocus();
    await user.tab();
    expect(lane).toHaveFocus();

    await user.keyboard('{Home}');
    expect(
      within(lane).getByRole('option', { selected: true }),
    ).toHaveAccessibleName(/INC-1/);
    expect(screen.getByRole('dialog')).toHaveAttribute('inert');
    await user.keyboard('{Enter}');

    const dialog = screen.getByRole('dialog');
    expect(dialog).not.toHaveAttribute('inert');
    expect(dialog).toHaveFocus();
    expect(dialog).toHaveTextContent('Cause of INC-1');
    expect(dialog).toHaveTextContent('linked, rule r7');
    expect(dialog).toHaveTextContent('high, 0.92');
    expect(dialog).toHaveTextContent('checkout, owner on 24 Sep 2026');
    expect(dialog).toHaveTextContent('a later deployment stands nearer');

    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(lane).toHaveFocus();
  });

  it('says of an incident without a cause that it is charged to nobody', async () => {
    const user = userEvent.setup();
    renderPage(<TimelineCard timeline={timeline} />);
    const lane = await screen.findByRole('listbox', { name: /^Incidents/ });

    lane.focus();
    await user.keyboard('{End}{Enter}');

    expect(screen.getByRole('dialog')).toHaveTextContent(/charged to nobody/);
  });

  it('hatches alerts that were never collected instead of drawing zero', async () => {
    renderPage(
      <TimelineCard
        timeline={{ ...timeline, perDay: [], collected: ['deployment'] }}
      />,
    );

    expect(
      await screen.findByText('unknown: no alert was ever collected'),
    ).toBeInTheDocument();
  });

  it('hatches the time since the source of alerts went quiet', async () => {
    const quiet = {
      kind: 'alert' as const,
      source: 'alertmanager',
      since: timeline.from + (timeline.to - timeline.from) / 2,
      because: 'It came every hour, and nothing came for two days.',
    };
    renderPage(<TimelineCard timeline={{ ...timeline, quiet: [quiet] }} />);

    expect(
      await screen.findByText('unknown: alertmanager is quiet'),
    ).toBeInTheDocument();
    expect(screen.getByText(quiet.because)).toBeInTheDocument();
  });

  it('says that not everything is drawn', async () => {
    renderPage(<TimelineCard timeline={{ ...timeline, truncated: true }} />);

    expect(
      await screen.findByText(/the oldest are not drawn/),
    ).toBeInTheDocument();
  });
});
