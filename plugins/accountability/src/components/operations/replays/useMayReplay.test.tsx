import { screen } from '@testing-library/react';
import { renderPage } from '../../../__testUtils__';
import { SourcesPage } from '../SourcesPage';

// In a file of its own: what is known of a permission is kept for all of a page's life.
describe('who may not have deliveries read again', () => {
  it('is offered neither that nor cancelling', async () => {
    renderPage(<SourcesPage />, { denied: ['accountability.delivery.replay'] });

    await screen.findByRole('table', { name: 'Deliveries read again' });

    expect(
      screen.queryByRole('button', { name: /^(Read again|Cancel)/ }),
    ).not.toBeInTheDocument();
  });
});
