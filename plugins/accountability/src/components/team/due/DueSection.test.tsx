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
  attestationsResponse,
  dueAttestation,
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
  it('says what to do, since when, and how late it is', async () => {
    const attestations = attestationsResponse({
      services: [
        dueAttestation('fraud-scoring', 41, {
          owner: 'group:default/payments-risk',
        }),
        dueAttestation('payments-api', 3, {
          last: attestationEntry(183, { verdict: 'rejected' }),
        }),
        dueAttestation('refund-worker', 0.4),
      ],
      total: 3,
    });
    renderPage(section, { api: new FakeAccountabilityApi({ attestations }) });

    expect(await rows()).toEqual([
      '13 Oct 2026overdue, 41 d lateAttest ownershipfraud-scoring of payments-risk, never attestedAttest',
      '20 Nov 20263 d lateAttest ownershippayments-api, last rejected 24 May 2026Attest',
      '23 Nov 2026todayAttest ownershiprefund-worker, never attestedAttest',
    ]);
    expect(screen.getByText('3 are due')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'payments-api' })).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/accountability',
    );
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

    api.answers.attestations = attestationsResponse({
      services: [dueAttestation('refund-worker', 41)],
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

  it('reads the next page when asked, each service once', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi({
      attestations: attestationsResponse({ nextCursor: 'page-2', total: 3 }),
    });
    renderPage(section, { api });
    const more = await screen.findByRole('button', { name: 'Show more' });

    api.answers.attestations = attestationsResponse({
      services: [dueAttestation('payments-api', 3), dueAttestation('new', 1)],
      total: 3,
    });
    await user.click(more);

    await waitFor(async () => expect(await rows()).toHaveLength(3));
    expect(api.asked).toContainEqual({
      what: 'attestations',
      options: { cursor: 'page-2' },
    });
  });

  it('says so where nothing is due', async () => {
    const attestations = attestationsResponse({ services: [], total: 0 });
    renderPage(section, { api: new FakeAccountabilityApi({ attestations }) });

    expect(await screen.findByText(/^Nothing is due/)).toBeInTheDocument();
  });
});
