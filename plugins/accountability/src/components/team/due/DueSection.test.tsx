import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../../__testUtils__';
import {
  attestationEntry,
  attestationResponse,
  dueAttest,
  dueAttestation,
  dueItem,
  dueResponse,
} from '../../../fixtures';
import { DueSection } from './DueSection';

const section = <DueSection groupRef="group:default/payments-core" />;
const plain = (text: string | null) => (text ?? '').replace(/\u00a0/g, ' ');
const rows = async () => {
  const table = await screen.findByRole('table', { name: 'What is due' });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row => plain(row.textContent));
};

describe('what is due', () => {
  it('says by date what to do, and how late it is', async () => {
    renderPage(section);

    expect(await rows()).toEqual([
      '20 Oct 202634 d overdueSevere findings are past their timepayments-api: Fix 3 severe open findings, the oldest open for 124 daysSee findings',
      '20 Nov 20263 d lateAttest ownershippayments-api, never attestedAttest',
      '30 Nov 2026in 7 dThe exemption of “No hole that is known to be exploited” endspayments-api: Make the check pass before then, or ask for the exemption to go onReview',
      '23 Dec 2026in 30 dSupported runtimesBring 3 results to pass, of 3 of 5 services: about 4.5 days of workSee what is left',
      '15 Jan 2027in 53 d“No runtime past its end” is enforcedMake it pass before then: 3 of 5 services would fail todaySee services',
    ]);
    expect(screen.getByText('5 are due; 1 overdue')).toBeInTheDocument();
  });

  it.each([
    {
      given: dueItem('findings', 0, {
        where: { page: 'service', of: 'component:default/payments-api' },
      }),
      gives: '/catalog/default/component/payments-api/accountability',
    },
    {
      given: dueItem('campaign', 0, { where: { page: 'campaign', of: 'c1' } }),
      gives: '/campaigns/c1',
    },
    {
      given: dueItem('break-glass', 0, {
        where: { page: 'decision', of: 'd1' },
      }),
      gives: '/decisions/d1',
    },
    { given: dueItem('enforcement', 0), gives: '/scorecards/ready' },
    {
      given: dueItem('exemption-to-decide', 0, {
        where: { page: 'exemptions', of: 'e1' },
      }),
      gives: '/accountability/exemptions',
    },
  ])('leads, for $given.kind, to $gives', async ({ given, gives }) => {
    const due = dueResponse({ items: [given], total: 1 });
    renderPage(section, { api: new FakeAccountabilityApi({ due }) });

    expect(
      await screen.findByRole('link', { name: new RegExp(`: ${given.title}`) }),
    ).toHaveAttribute('href', gives);
  });

  it('names the group that is to attest where it is another, and what was said last', async () => {
    const item = dueAttest('fraud-scoring', 41);
    const attestation = dueAttestation('fraud-scoring', 41, {
      owner: 'group:default/payments-risk',
      last: attestationEntry(221, { verdict: 'rejected' }),
    });
    const due = dueResponse({ items: [{ ...item, attestation }], total: 1 });
    renderPage(section, { api: new FakeAccountabilityApi({ due }) });

    expect(await rows()).toEqual([
      '13 Oct 202641 d overdueAttest ownershipfraud-scoring of payments-risk, last rejected 16 Apr 2026Attest',
    ]);
  });

  it('folds what is due after the first six behind its count', async () => {
    const user = userEvent.setup();
    const items = Array.from({ length: 9 }, (_, i) => dueItem('campaign', i));
    const due = dueResponse({ items, total: 9, nextCursor: 'page-2' });
    renderPage(section, { api: new FakeAccountabilityApi({ due }) });
    expect(await rows()).toHaveLength(6);
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: '3 more' }));

    expect(await rows()).toHaveLength(9);
    expect(
      screen.getByRole('button', { name: 'Show more' }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Fewer' }));
    expect(await rows()).toHaveLength(6);
  });

  it('says what is left out and which permission it takes', async () => {
    const because =
      'Reviews are left out: you need accountability.decision.read';
    const due = dueResponse({ leftOut: [{ kind: 'break-glass', because }] });
    renderPage(section, { api: new FakeAccountabilityApi({ due }) });

    expect(await screen.findByText(because)).toBeInTheDocument();
  });

  it('attests a service and drops it from the list', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(section, { api });
    await user.click(
      await screen.findByRole('button', { name: 'Attest payments-api' }),
    );
    const dialog = await screen.findByRole('dialog');
    const keep = within(dialog).getByRole('button', { name: 'Record' });
    expect(keep).toBeDisabled();
    expect(within(dialog).getByText(/Choose an answer/)).toBeInTheDocument();

    api.answers.due = dueResponse({
      items: [dueAttest('refund-worker', 41)],
      total: 1,
    });
    await user.click(within(dialog).getByRole('radio', { name: /^Confirm/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Confirm' }));

    expect(
      await screen.findByText('payments-api is confirmed by payments-core.'),
    ).toBeInTheDocument();
    expect(api.asked).toContainEqual({
      what: 'attested',
      options: { verdict: 'confirmed' },
    });
    await waitFor(async () => expect(await rows()).toHaveLength(1));
  });

  it('says who may attest to those who may not', async () => {
    const user = userEvent.setup();
    const attestation = attestationResponse({ mayAttest: false });
    renderPage(section, { api: new FakeAccountabilityApi({ attestation }) });

    await user.click(
      await screen.findByRole('button', { name: 'Attest payments-api' }),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Members of payments-core, the owning group, may say',
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('gives the sentence of the server where the service cannot be read', async () => {
    const user = userEvent.setup();
    const attestation = await responseError(404, 'It is gone.');
    renderPage(section, { api: new FakeAccountabilityApi({ attestation }) });

    await user.click(
      await screen.findByRole('button', { name: 'Attest payments-api' }),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent('It is gone.');
  });

  it('reads the next page when asked, each thing once', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi({
      due: dueResponse({ nextCursor: 'page-2', total: 6 }),
    });
    renderPage(section, { api });
    const more = await screen.findByRole('button', { name: 'Show more' });

    api.answers.due = dueResponse({
      items: [dueAttest('payments-api', 3), dueAttest('new', 1)],
      total: 6,
    });
    await user.click(more);

    await waitFor(async () => expect(await rows()).toHaveLength(6));
    expect(api.asked).toContainEqual({
      what: 'due',
      options: { cursor: 'page-2' },
    });
  });

  it('says so where nothing is due', async () => {
    const due = dueResponse({ items: [], total: 0, overdue: 0 });
    renderPage(section, { api: new FakeAccountabilityApi({ due }) });

    expect(await screen.findByText(/^Nothing is due/)).toBeInTheDocument();
  });
});
