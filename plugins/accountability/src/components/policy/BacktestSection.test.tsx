import { screen } from '@testing-library/react';
import { FakePolicyApi, renderPage } from '../../__testUtils__';
import { policyStatusResponse } from '../../fixtures';
import { PolicyPage } from './PolicyPage';

// In a file of its own: what is known of a permission is kept for all of a page's life.
describe('who may not try a candidate', () => {
  it('is offered no way to', async () => {
    renderPage(<PolicyPage />, {
      policy: new FakePolicyApi({ getPolicy: policyStatusResponse() }),
      denied: ['accountability.backtest.create'],
    });

    await screen.findByRole('row', { name: /git\.example/ });
    expect(
      screen.queryByRole('button', { name: 'Try it' }),
    ).not.toBeInTheDocument();
  });
});
