import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../__testUtils__';
import { assessment, known, unknown } from '../../fixtures';
import { ContextFacts } from './ContextFacts';

const given = assessment({
  facts: [
    known('security.leaks', 'count', { value: 2 }),
    known('pipeline.retry_rate', 'ratio', { value: 0.043 }),
    unknown('pipeline.pool_share', 'ratio', 'The pool has no size.'),
  ],
});
const rows = () =>
  within(screen.getByRole('table', { name: 'Context' }))
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);

describe('ContextFacts', () => {
  it('stands by burden, with the mark of each, and folds what is unknown', async () => {
    renderPage(<ContextFacts assessment={given} />);

    await screen.findByRole('table', { name: 'Context' });
    expect(rows()).toEqual([
      'PipelineWatch1 known1 unknown',
      'pipeline.retry_rate',
      'SecurityExempt1 known',
      'security.leaks',
    ]);
  });

  it('opens what is unknown with its reason', async () => {
    const user = userEvent.setup();
    renderPage(<ContextFacts assessment={given} />);

    await user.click(
      await screen.findByRole('button', { name: /^1 unknown, / }),
    );

    expect(screen.getByText('The pool has no size.')).toBeVisible();
    expect(rows()[2]).toBe('pipeline.pool_share');
    expect(
      screen.getByRole('button', { name: /^Hide 1 unknown, / }),
    ).toHaveAttribute('aria-expanded', 'true');
  });
});
