import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  changesResponse,
  DAY,
  NOW,
  provenance,
  serviceChange,
} from '../../fixtures';
import {
  asked,
  cells,
  plain,
  rowsOf,
  showChanges,
  stripWords,
} from './__testUtils__/showChanges';

const choose = async (field: string, option: string) => {
  const user = userEvent.setup();
  await user.click(
    await screen.findByRole('button', { name: new RegExp(`${field}$`) }),
  );
  await user.click(await screen.findByRole('option', { name: option }));
};

describe('the list of changes', () => {
  it('tells each with maker, size, review, owner and outcome, and of what is not told that it is unknown', async () => {
    showChanges();

    expect((await rowsOf('Merged changes')).map(cells)).toEqual([
      '20 Nov 2026 | Retry the capture | declared machine-writtendeclaredClaude Code75 % of it in marked commits1 marker | 120 lines3 filestests touched | 1 approval0 remarks | no | its deployment is charged with INC1reworked within 21 din production since 20 Nov 2026no rule bypassed',
      '20 Nov 2026 | Bump a library | automation | 4 lines3 filesno source code in it | 1 approval2 remarks | yes | in production since 20 Nov 2026no incident charged, not reworked, no rule bypassed',
      '20 Nov 2026 | Change 3 | unmarked | 120 lines3 filestests touched | 1 approval2 remarks | yes | in production since 20 Nov 2026no incident charged, not reworked, no rule bypassed',
      '20 Nov 2026 | 4pushed without a request | unknownits commits were not read | lines unknownfiles unknowntests unknown | approvals unknownremarks unknown | unknown | unknown: since when in production, incidents charged, rework (its 21 d end 11 Dec 2026), rules bypassed',
    ]);
  });

  it('leads to each change at its source, to its deployment and to the incidents charged', async () => {
    showChanges();

    const [first] = await rowsOf('Merged changes');
    const links = within(first)
      .getAllByRole('link')
      .map(link => [plain(link.textContent), link.getAttribute('href')]);
    expect(links).toEqual([
      [
        'Retry the capture',
        'https://github.example/halden/payments-api/pull/1',
      ],
      [
        'INC1',
        '/incidents/component/default/payments-api/pagerduty:incident:INC1',
      ],
      [
        '20 Nov 2026',
        '/deployments/component/default/payments-api/github:deployment:halden%2Fpayments-api:1',
      ],
    ]);
  });

  it.each([
    {
      given: 'what it undoes, by record',
      change: { reverts: 'github:change:halden/payments-api:70' },
      gives: 'reverts 70',
    },
    {
      given: 'that what it undoes may not be seen',
      change: { hidden: ['reverts' as const] },
      gives: 'reverts a change of a service that you may not see',
    },
    {
      given: 'incidents that may not be seen',
      change: { incidentsHidden: 2 },
      gives: 'charged with 2 incidents of services that you may not see',
    },
    {
      given: 'what it undoes, by commit',
      change: { reverts: 'b81f0c4aa1d2e3f4b81f0c4aa1d2e3f4b81f0c4a' },
      gives: 'reverts b81f0c4',
    },
    {
      given: 'the rules that it went round',
      change: { bypassed: ['required review', 'required checks'] },
      gives: 'went round required review, required checks',
    },
    {
      given: 'that its rework stays unknown after 21 days',
      change: { reworked: undefined, mergedAt: NOW - 30 * DAY },
      gives: 'unknown: rework',
    },
    { given: 'a hotfix', change: { hotfix: true }, gives: 'hotfix' },
    {
      given: 'that its approvals are those that were told one by one',
      change: { approvals: undefined, approvalsSeen: 1 },
      gives: 'at least 1 approval2 remarks',
    },
    {
      given: 'that nobody knows whether tests came with it',
      change: { tests: undefined, lines: { count: 9, whole: true } },
      gives: 'generated files in ittests unknown',
    },
    {
      given: 'that no source of which tests are asked is in it',
      change: { tests: undefined },
      gives: '3 filesno source code in it',
    },
    {
      given: 'that no test came with it',
      change: { tests: false },
      gives: 'no tests touched',
    },
    {
      given: 'that generated files are in its size',
      change: { lines: { count: 9000, whole: true } },
      gives: '9,000 lines3 files, generated files in it',
    },
    {
      given: 'that a habit is all that hints at a machine',
      change: {
        provenance: provenance({ level: 'inferred', tools: ['Codex'] }),
      },
      gives: 'unmarkedinferredCodexby habit only, counts for nothing',
    },
    {
      given: 'that somebody says no machine took part',
      change: { provenance: provenance({ none: true }) },
      gives: 'somebody says no machine took part',
    },
    {
      given: 'that a tool signed off',
      change: { provenance: provenance({ signedByTool: true }) },
      gives: 'signed off by a tool, which only people may',
    },
  ])('says $given', async ({ change, gives }) => {
    showChanges(changesResponse({ changes: [serviceChange(1, change)] }));

    const [row] = await rowsOf('Merged changes');

    expect(cells(row)).toContain(gives);
  });

  it('opens the markers as they stand there, with what they mean', async () => {
    const user = userEvent.setup();
    showChanges();

    await user.click(
      await screen.findByRole('button', {
        name: '1 marker of Retry the capture',
      }),
    );

    const dialog = await screen.findByRole('dialog');
    const table = within(dialog).getByRole('table', {
      name: 'Markers of Retry the capture',
    });
    expect(cells(within(table).getAllByRole('row')[1])).toBe(
      'Co-Authored-By: Claude <noreply@anthropic.com>claude-code.co-author | Claude Code | A machine wrote itdeclared: an identity or a line of the tool says so',
    );
  });

  it('narrows it by maker and by outcome, and keeps that in the address', async () => {
    const api = showChanges();
    await rowsOf('Merged changes');
    api.answers.changes = changesResponse({
      matching: 1,
      changes: [serviceChange(1)],
    });

    await choose('Made by', 'declared machine-written');
    await choose('Outcome', 'Rules bypassed');

    await waitFor(() =>
      expect(asked(api)).toContainEqual({
        window: 90,
        maker: 'machine',
        outcome: 'bypassed',
      }),
    );
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?maker=machine&outcome=bypassed',
    );
    expect(await screen.findByText('1 of 71 match; 1 shown')).toBeVisible();
    expect(await stripWords()).toContain('Changes merged71');
  });

  it('reads from the address what it is narrowed to, and leaves out what it does not know', async () => {
    const api = showChanges(
      changesResponse(),
      '/?window=7&maker=rest&outcome=prettiest',
    );

    await rowsOf('Merged changes');
    expect(asked(api)).toEqual([{ window: 7, maker: 'rest' }]);
    expect(
      screen.getByRole('button', { name: /unmarked Made by$/ }),
    ).toBeVisible();
  });

  it('keeps its counts while another narrowing is on its way', async () => {
    const api = showChanges();
    await rowsOf('Merged changes');
    api.answers.changes = new Promise<never>(() => {});

    await choose('Made by', 'automation');

    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeVisible();
    expect(await stripWords()).toContain('Changes merged71');
  });

  it('says that nothing matches, and clears the filter', async () => {
    const user = userEvent.setup();
    const api = showChanges(
      changesResponse({ matching: 0, changes: [] }),
      '/?outcome=bypassed',
    );

    expect(
      await screen.findByText('None of the 71 changes of this window matches.'),
    ).toBeVisible();
    api.answers.changes = changesResponse();
    await user.click(screen.getByRole('button', { name: 'Clear the filter' }));

    expect(await rowsOf('Merged changes')).toHaveLength(4);
    expect(screen.getByLabelText('address')).toBeEmptyDOMElement();
    expect(
      screen.queryByRole('button', { name: 'Clear the filter' }),
    ).not.toBeInTheDocument();
  });

  it('reads the next page when asked, narrowed as the first', async () => {
    const user = userEvent.setup();
    const api = showChanges(
      changesResponse({ nextCursor: 'page-2' }),
      '/?maker=rest',
    );
    const more = await screen.findByRole('button', { name: 'Show more' });
    api.answers.changes = changesResponse({
      changes: [serviceChange(5, { title: 'The fifth' })],
    });

    await user.click(more);

    expect(
      await screen.findByRole('link', { name: 'The fifth' }),
    ).toBeVisible();
    expect(screen.getByText('71 of 71 match; 5 shown')).toBeVisible();
    expect(asked(api)).toContainEqual({
      window: 90,
      maker: 'rest',
      cursor: 'page-2',
    });
  });
});
