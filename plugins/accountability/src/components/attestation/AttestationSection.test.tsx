import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AttestationResponse } from 'backstage-plugin-accountability-common';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import {
  attestationEntry,
  attestationResponse,
  DAY,
  NOW,
  service,
} from '../../fixtures';
import { AttestationSection } from './AttestationSection';

const section = (
  <AttestationSection entityRef="component:default/payments-api" />
);
const plain = (text: string | null) => (text ?? '').replace(/\u00a0/g, ' ');
const requests = (api: FakeAccountabilityApi) =>
  api.asked
    .filter(({ what }) => what === 'attested')
    .map(({ options }) => options);
const show = (rest: Partial<AttestationResponse> = {}) => {
  const api = new FakeAccountabilityApi({
    attestation: attestationResponse(rest),
  });
  renderPage(section, { api });
  return api;
};
const due = (
  state: AttestationResponse['due']['state'],
  days?: number,
): AttestationResponse['due'] => ({
  state,
  ...(days !== undefined && { at: NOW - days * DAY }),
  because: 'Nobody is asked: 0 days are set for this service.',
});
const open = async (name: string) => {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name }));
  return { user, dialog: await screen.findByRole('dialog') };
};

describe('ownership attested', () => {
  it.each([
    {
      given: 'confirmed and asked again',
      rest: {},
      gives: [
        'Confirmed 20 d ago',
        'Ownerpayments-core',
        'Its last answerit is theirs, 3 Nov 2026',
        'Next2 May 2027',
        'Asked every180 d',
      ],
    },
    {
      given: 'rejected',
      rest: { last: attestationEntry(2, { verdict: 'rejected' }) },
      gives: ['Rejected 2 d ago', 'it is not theirs, 21 Nov 2026'],
    },
    {
      given: 'never attested and not due',
      rest: { last: undefined, entries: [], due: due('fresh', -30) },
      gives: [
        'Not attested yet, and not due',
        'none since it owns the service',
        'Next23 Dec 2026',
        'No owner has said yet',
      ],
    },
    {
      given: 'due',
      rest: { due: due('due', 3) },
      gives: ['Due since 20 Nov 2026'],
    },
    {
      given: 'overdue',
      rest: { due: due('overdue', 41) },
      gives: ['Overdue, 41 d late'],
    },
    {
      given: 'never asked',
      rest: { due: due('never-asked'), everyDays: 0 },
      gives: [
        'Nobody is asked',
        'Nextnever asked',
        'Asked everynever',
        'Nobody is asked: 0 days are set for this service.',
      ],
    },
  ])('says that it is $given', async ({ rest, gives }) => {
    show(rest);

    const region = await screen.findByRole('region', {
      name: 'Ownership attested',
    });
    await waitFor(() =>
      gives.forEach(words =>
        expect(plain(region.textContent)).toContain(words),
      ),
    );
  });

  it('tells what groups said, the newest first and the older folded', async () => {
    const user = userEvent.setup();
    const entries = [
      attestationEntry(20, { verdict: 'rejected', reason: 'Ledger runs it.' }),
      ...[200, 380, 560, 740, 920, 1100].map(days => attestationEntry(days)),
    ];
    show({ entries });
    const table = await screen.findByRole('table', {
      name: 'What owners said',
    });
    const rows = () => within(table).getAllByRole('row').slice(1);

    expect(plain(rows()[0].textContent)).toBe(
      '3 Nov 2026payments-coreit is not theirsLedger runs it.',
    );
    expect(rows()).toHaveLength(5);
    await user.click(screen.getByRole('button', { name: '2 earlier answers' }));

    expect(rows()).toHaveLength(7);
  });

  it('shows of the past what was said by then, and asks nothing', async () => {
    const api = new FakeAccountabilityApi({
      attestation: attestationResponse({
        entries: [attestationEntry(20), attestationEntry(200)],
      }),
    });
    renderPage(
      <AttestationSection
        entityRef="component:default/payments-api"
        at={NOW - 100 * DAY}
      />,
      { api },
    );

    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(screen.getByText(/Go back to now/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('attesting', () => {
  it('confirms without a reason and says so', async () => {
    const api = show();
    const { user, dialog } = await open('Confirm it is ours');
    const effect = within(dialog).getByRole('region');
    expect(plain(effect.textContent)).toContain(
      'payments-core is asked again on 22 May 2027.',
    );
    api.answers.attestation = attestationResponse({
      last: attestationEntry(1 / 24),
    });

    await user.click(within(dialog).getByRole('button', { name: 'Confirm' }));

    expect(
      await screen.findByText('payments-api is confirmed by payments-core.'),
    ).toBeInTheDocument();
    expect(requests(api)).toEqual([{ verdict: 'confirmed' }]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await screen.findByText(/^Confirmed 60.min ago$/)).toBeVisible();
  });

  it('rejects with a reason and says that nothing moves by itself', async () => {
    const api = show();
    const rejected = attestationEntry(1 / 24, { verdict: 'rejected' });
    api.answers.attested = attestationResponse({ entries: [rejected] });
    const { user, dialog } = await open('It is not ours');
    const effect = within(dialog).getByRole('region');
    expect(effect).toHaveTextContent(
      'Nothing moves by itself: payments-core stays the owner. Change spec.owner in the catalog',
    );
    expect(effect).toHaveTextContent('attestation_age is unknown until');

    api.answers.attestation = attestationResponse({ last: rejected });
    await user.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      ' Ledger runs{Enter}it ',
    );
    expect(
      within(dialog).getByText('14 characters; 3 to 2,000'),
    ).toBeInTheDocument();
    await user.click(
      within(dialog).getByRole('button', {
        name: 'Record that it is not ours',
      }),
    );

    expect(
      await screen.findByText(/says that payments-api is not its own/),
    ).toBeInTheDocument();
    expect(await screen.findByText(/^Rejected 60.min ago$/)).toBeVisible();
    expect(requests(api)).toEqual([
      { verdict: 'rejected', reason: 'Ledger runs it' },
    ]);
  });

  it.each([
    {
      given: 'a rejection without a reason',
      button: 'It is not ours',
      written: 'no',
      gives: /whose it is, or why it is not yours/,
    },
    {
      given: 'a confirmation with half a word',
      button: 'Confirm it is ours',
      written: 'ok',
      gives: /at least 3 characters, or nothing/,
    },
  ])('does not send $given', async ({ button, written, gives }) => {
    show();
    const { user, dialog } = await open(button);

    await user.type(within(dialog).getByRole('textbox'), written);

    expect(within(dialog).getByText(gives)).toBeInTheDocument();
    expect(
      within(dialog).getByRole('button', { name: /^(Confirm|Record)/ }),
    ).toBeDisabled();
  });

  it('lets the other answer be chosen before it is kept', async () => {
    show();
    const { user, dialog } = await open('It is not ours');

    await user.click(
      within(dialog).getByRole('radio', { name: 'Confirm it is ours' }),
    );

    expect(
      within(dialog).getByRole('button', { name: 'Confirm' }),
    ).toBeEnabled();
  });

  it.each([
    {
      given: 'a refusal in the words of the server',
      status: 403,
      message: 'Only a member of group:default/ledger can say so; ask one.',
      gives: /^Only a member of group:default\/ledger can say so; ask one\.$/,
    },
    {
      given: 'a breakdown with what to do',
      status: 500,
      message: 'The database is away.',
      gives: /^It was not kept.*The database is away\. Try again/,
    },
  ])(
    'keeps the dialog open with $given',
    async ({ status, message, gives }) => {
      const api = show();
      api.answers.attested = await responseError(status, message);
      const { user, dialog } = await open('It is not ours');
      const reason = within(dialog).getByRole('textbox');
      await user.type(reason, 'Ledger runs it');

      await user.click(
        within(dialog).getByRole('button', { name: /^Record that/ }),
      );

      expect(await within(dialog).findByRole('alert')).toHaveTextContent(gives);
      expect(reason).toHaveValue('Ledger runs it');
    },
  );

  it.each([
    {
      given: 'members of the owning group',
      rest: { mayAttest: false },
      gives: /^Members of payments-core.*accountability.attestation.decide/,
    },
    {
      given: 'nobody, where no group of the catalog owns it',
      rest: {
        mayAttest: false,
        service: { ...service, owner: 'user:default/kim' },
      },
      gives: /no group of the catalog owns it. Set spec.owner/,
    },
  ])('is for $given', async ({ rest, gives }) => {
    show(rest);

    expect(await screen.findByText(gives)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
