import { screen } from '@testing-library/react';
import { FakePolicyApi, renderPage } from '../../__testUtils__';
import { campaignsResponse } from '../../fixtures';
import { CampaignsPage } from './CampaignsPage';

// In a file of its own: what is known of a permission is kept for all of a page's life.
describe('who may not manage campaigns', () => {
  it('is offered no form', async () => {
    renderPage(<CampaignsPage />, {
      policy: new FakePolicyApi({ getCampaigns: campaignsResponse() }),
      denied: ['accountability.campaign.manage'],
    });

    await screen.findByRole('table', { name: 'Campaigns' });
    expect(
      screen.queryByRole('button', { name: 'Begin a campaign' }),
    ).not.toBeInTheDocument();
  });
});
