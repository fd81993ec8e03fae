import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePolicyApi, renderPage } from '../../__testUtils__';
import {
  campaignResponse,
  campaignsResponse,
  scorecardsResponse,
} from '../../fixtures';
import { CampaignPage } from './CampaignPage';
import { CampaignsPage } from './CampaignsPage';

// Forms are typed key by key.
jest.setTimeout(30_000);

const fake = (answers: FakePolicyApi['answers'] = {}) =>
  new FakePolicyApi({
    getCampaigns: campaignsResponse(),
    getCampaign: campaignResponse(),
    getScorecards: scorecardsResponse(),
    ...answers,
  });

describe('CampaignsPage', () => {
  it('says how far each has come and how long it has', async () => {
    renderPage(<CampaignsPage />, { policy: fake() });

    const row = await screen.findByRole('row', { name: /A team behind/ });
    expect(row).toHaveTextContent('41 of 66');
    expect(row).toHaveTextContent('28 d left');
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      '/campaigns/c-7',
    );
  });

  it('says what a form still lacks', async () => {
    const user = userEvent.setup();
    renderPage(<CampaignsPage />, { policy: fake() });

    await user.click(
      await screen.findByRole('button', { name: 'Begin a campaign' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Give it a title.');
    await user.type(
      within(dialog).getByRole('textbox', { name: /Title/ }),
      'Owners',
    );
    expect(dialog).toHaveTextContent('Choose at least one check.');
    expect(
      within(dialog).getByRole('button', { name: 'Keep as a draft' }),
    ).toBeDisabled();
  });
});

describe('CampaignPage', () => {
  it('says what is done and what of it is by exemption or unknown', async () => {
    renderPage(<CampaignPage id="c-7" />, { policy: fake() });

    const strip = await screen.findByRole('region', {
      name: 'How far it has come',
    });
    expect(strip).toHaveTextContent('41 of 66');
    expect(strip).toHaveTextContent('2 of them by exemption; 3 unknown');
    expect(strip).toHaveTextContent(
      /33 services \(50 %\) by .*; 41 done so far/,
    );
  });

  it('draws the burn-up and says it in a sentence', async () => {
    renderPage(<CampaignPage id="c-7" />, { policy: fake() });

    expect(
      await screen.findByRole('img', { name: /20 to 40 of 66 services/ }),
    ).toBeInTheDocument();
  });

  it('names the marks of the burn-up, each with its day', async () => {
    renderPage(<CampaignPage id="c-7" />, { policy: fake() });

    const section = await screen.findByRole('region', { name: 'Burn-up' });
    expect(section).toHaveTextContent(/all, by 21 Dec 2026/);
    expect(section).toHaveTextContent(/Half way, by 30 Nov 2026/);
  });

  it.each([
    { given: 1, gives: 'every day' },
    { given: 2, gives: 'every 2 days' },
  ])('reminds $gives', async ({ given, gives }) => {
    const user = userEvent.setup();
    const policy = fake({
      getCampaign: campaignResponse({ state: 'draft', remindEveryDays: given }),
    });
    renderPage(<CampaignPage id="c-7" />, { policy });

    await user.click(await screen.findByRole('button', { name: 'Start it' }));

    expect(await screen.findByRole('dialog')).toHaveTextContent(
      `Owners are reminded ${gives} of what is left`,
    );
  });

  it('names what is left by owner, and counts what it does not name', async () => {
    renderPage(<CampaignPage id="c-7" />, { policy: fake() });

    const table = await screen.findByRole('table', {
      name: 'Who has what left',
    });
    const [, left, done] = within(table).getAllByRole('row');
    expect(left).toHaveTextContent('payments-api');
    expect(left).toHaveTextContent('54 more');
    expect(left).toHaveTextContent('and of 1 service unknown');
    expect(done).toHaveTextContent('all done');
    expect(done).toHaveTextContent('unknown');
  });

  it('starts a draft after saying what that does', async () => {
    const user = userEvent.setup();
    const policy = fake({
      getCampaign: campaignResponse({ state: 'draft' }),
      turnCampaign: campaignResponse(),
    });
    renderPage(<CampaignPage id="c-7" />, { policy });

    await user.click(await screen.findByRole('button', { name: 'Start it' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Owners are reminded every 7 days');
    await user.click(within(dialog).getByRole('button', { name: 'Yes' }));

    expect(
      await screen.findByRole('button', { name: 'End it' }),
    ).toBeInTheDocument();
  });

  it('offers nothing to those who may only read', async () => {
    const policy = fake({ getCampaign: campaignResponse({}, false) });
    renderPage(<CampaignPage id="c-7" />, { policy });

    await screen.findByRole('table', { name: 'Who has what left' });
    expect(
      screen.queryByRole('button', { name: 'End it' }),
    ).not.toBeInTheDocument();
  });
});
