import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { responseError } from '../../__testUtils__';
import { changesResponse } from '../../fixtures';
import {
  asked,
  cells,
  plain,
  rowsOf,
  showChanges,
  stripWords,
} from './__testUtils__/showChanges';

describe('ChangesPage', () => {
  it('says whose changes it shows, of which time and as of when', async () => {
    const api = showChanges();

    await screen.findByText('As of 23 Nov 2026, 12:00 UTC');
    expect(
      screen.getByRole('heading', { name: 'Changes of payments-api' }),
    ).toBeVisible();
    expect(
      screen.getByText(
        (_, element) =>
          element?.tagName === 'LI' &&
          plain(element.textContent) === '25 Aug 2026 to 23 Nov 2026',
      ),
    ).toBeVisible();
    expect(screen.getByRole('radio', { name: '90 d' })).toBeChecked();
    expect(asked(api)).toEqual([{ window: 90 }]);
  });

  it('gives the share that is declared machine-written as a lower bound, and in how many it was looked for', async () => {
    showChanges();

    const words = await stripWords();

    expect(words).toContain('Changes merged71');
    expect(words).toContain(
      'at least 33 %24 of 71 changes; the rest is unmarked, not human',
    );
    expect(words).toContain('58 of 71commits of 13 were not read');
    expect(
      screen.getByRole('img', { name: /^At least 33\u00a0% declared/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('img', {
        name: 'Commits of 58 of 71 changes were looked at for markers',
      }),
    ).toBeVisible();
  });

  it('gives no share of fewer than ten', async () => {
    const [machine] = changesResponse().makers;
    showChanges(
      changesResponse({
        total: 4,
        provenanceKnown: 4,
        makers: [{ ...machine, changes: 1 }],
      }),
    );

    const words = await stripWords();

    expect(words).toContain('at least 11 of 4 changes');
    expect(words).toContain('a share needs at least 10 changes');
    expect(words).not.toContain('%');
  });

  it('does not know the share where no commit was read', async () => {
    showChanges(changesResponse({ provenanceKnown: 0 }));

    expect(await stripWords()).toContain(
      'Declared machine-writtenUnknownbecause the commits of none of them were read',
    );
  });

  it('asks for another window and keeps it in the address', async () => {
    const user = userEvent.setup();
    const api = showChanges();

    await user.click(await screen.findByRole('radio', { name: '28 d' }));

    await waitFor(() => expect(asked(api)).toContainEqual({ window: 28 }));
    expect(screen.getByLabelText('address')).toHaveTextContent('?window=28');
  });

  it('speaks of the past instant that the address names', async () => {
    const api = showChanges(changesResponse(), '/?at=2026-10-01T00:00:00.000Z');

    expect(
      await screen.findByRole('button', { name: 'Back to now' }),
    ).toBeVisible();
    expect(asked(api)).toEqual([{ at: Date.UTC(2026, 9, 1), window: 90 }]);
    expect(await screen.findByRole('link', { name: 'INC1' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\?at=2026-10-01T00:00:00\.000Z$/),
    );
  });

  it('shows boxes while the answer is on its way', async () => {
    showChanges(new Promise<never>(() => {}));

    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeVisible();
  });

  it('says who to ask where it may not be seen', async () => {
    showChanges(await responseError(403, 'no'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the accountability of payments-api.',
    );
  });

  it('can be asked again where it broke', async () => {
    const user = userEvent.setup();
    const api = showChanges(await responseError(500, 'The database is away'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    api.answers.changes = changesResponse();
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await stripWords()).toContain('Changes merged71');
  });

  it('says what to connect where no change is told', async () => {
    showChanges(changesResponse({ total: 0, matching: 0, changes: [] }));

    expect(
      await screen.findByText(/connect the source of its repository/),
    ).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});

describe('how they fared', () => {
  it('gives each with how many it is known of, says unknown and too few, and ranks nothing', async () => {
    showChanges();

    expect((await rowsOf('How they fared')).map(cells)).toEqual([
      'declared machine-written | 24 | 6 of 24 (25 %)too few to compare | 3 of 20 (15 %)too few to compare | 1 of 8too few to compare',
      'automation | 7 | 0 of 7too few to compare | unknown | 0 of 7too few to compare',
      'unmarked | 40 | 21 of 40 (52.5 %) | 3 of 32 (9.4 %) | 2 of 38 (5.3 %)',
    ]);
  });

  it('always says that it is a correlation', async () => {
    const side = { yes: 20, of: 40 };
    const many = {
      changes: 40,
      remarked: side,
      reworked: side,
      brokeSomething: side,
    };
    showChanges(
      changesResponse({
        makers: [
          { maker: 'rest', ...many },
          { maker: 'machine', ...many },
        ],
      }),
    );

    expect(
      await screen.findByText(/^A correlation, not a cause\./),
    ).toBeVisible();
    expect(screen.queryByText('too few to compare')).not.toBeInTheDocument();
    expect((await rowsOf('How they fared')).map(cells)[0]).toMatch(
      /^declared machine-written/,
    );
  });
});
