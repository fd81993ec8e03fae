import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import { unownedResponse } from '../../fixtures';
import { UnownedPage } from './UnownedPage';

describe('UnownedPage', () => {
  it('says how to attach each subject', async () => {
    renderPage(<UnownedPage />);

    const head = await screen.findByRole('rowheader', {
      name: 'pagerduty:PSTOCK1',
    });
    const row = head.closest('tr');
    expect(row).toHaveTextContent('3 incidents');
    expect(row).toHaveTextContent('pagerduty.com/service-id: PSTOCK1');
  });

  it('reads page after page', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi({
      unowned: unownedResponse({ nextCursor: 'next' }),
    });
    renderPage(<UnownedPage />, { api });
    const more = await screen.findByRole('button', { name: 'Show more' });

    api.answers.unowned = unownedResponse({
      items: [{ ...unownedResponse().items[0], subject: 'github:acme/later' }],
    });
    await user.click(more);

    expect(await screen.findByText('github:acme/later')).toBeInTheDocument();
  });

  it('says that nothing is left to attach, and what to do where nothing arrived', async () => {
    const unowned = unownedResponse({ items: [] });
    renderPage(<UnownedPage />, {
      api: new FakeAccountabilityApi({ unowned }),
    });

    expect(
      await screen.findByText(
        /No record is left without a service.*Sources says how/,
      ),
    ).toBeInTheDocument();
  });

  it('names the permission to ask for', async () => {
    const unowned = await responseError(403, 'no');
    renderPage(<UnownedPage />, {
      api: new FakeAccountabilityApi({ unowned }),
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'accountability.unowned.read',
    );
  });
});
