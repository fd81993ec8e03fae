import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePolicyApi, renderPage, responseError } from '../../__testUtils__';
import { exemptionEntry, exemptionsResponse } from '../../fixtures';
import { ExemptionsPage } from './ExemptionsPage';

// Forms are typed key by key.
jest.setTimeout(30_000);

const fake = (answers: FakePolicyApi['answers'] = {}) =>
  new FakePolicyApi({ getExemptions: exemptionsResponse(), ...answers });

const rowOf = async (name: RegExp) =>
  within(await screen.findByRole('table', { name: 'Exemptions' })).getByRole(
    'row',
    { name },
  );

describe('ExemptionsPage', () => {
  it('says for whom an exemption is, why, and how it stands', async () => {
    renderPage(<ExemptionsPage />, { policy: fake() });

    const waiting = await rowOf(/No exploited hole/);
    expect(waiting).toHaveTextContent('Waiting for an answer');
    expect(waiting).toHaveTextContent('The base image is rebuilt on Friday');
    expect(waiting).toHaveTextContent(/30 Nov 2026, \d\d:\d\d UTC/);
    const inForce = await rowOf(/A real team owns it/);
    expect(inForce).toHaveTextContent('In force');
    expect(inForce).toHaveTextContent('all services of payments-core');
    expect(inForce).toHaveTextContent('gone on from before, 2 times');
    expect(inForce).toHaveTextContent('soon: 7 d left');
  });

  it('says before it approves from what whom until when', async () => {
    const user = userEvent.setup();
    const all = exemptionEntry({
      subject: { by: 'owner', ref: 'group:default/payments-core' },
    });
    const policy = fake({
      getExemptions: exemptionsResponse({ exemptions: [all] }),
    });
    renderPage(<ExemptionsPage />, { policy });

    await user.click(
      await screen.findByRole('button', { name: /Approve: No exploited/ }),
    );

    expect(await screen.findByRole('dialog')).toHaveTextContent(
      /Until 30 Nov 2026, \d\d:\d\d UTC, “No exploited hole stays open” need not pass for all services of payments-core\./,
    );
  });

  it('approves without a reason', async () => {
    const user = userEvent.setup();
    const policy = fake({
      decideExemption: exemptionEntry({ state: 'approved' }),
    });
    renderPage(<ExemptionsPage />, { policy });

    await user.click(
      await screen.findByRole('button', { name: /Approve: No exploited/ }),
    );
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Approve',
      }),
    );

    expect(policy.asked.map(({ args }) => args)).toContainEqual([
      'ex-118',
      { verdict: 'approved' },
    ]);
  });

  it('denies with a reason alone, and tells a refusal in the words of the server', async () => {
    const user = userEvent.setup();
    const policy = fake({
      decideExemption: await responseError(409, 'It was approved meanwhile'),
    });
    renderPage(<ExemptionsPage />, { policy });

    await user.click(
      await screen.findByRole('button', { name: /Deny: No exploited/ }),
    );
    const dialog = await screen.findByRole('dialog');
    const keep = within(dialog).getByRole('button', { name: 'Deny' });
    expect(keep).toBeDisabled();
    await user.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'It is exploited now',
    );
    await user.click(keep);

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'It was approved meanwhile',
    );
  });

  it('lets nobody answer to what one has asked for', async () => {
    const own = exemptionEntry({ mayDecide: false, mayRevoke: true });
    const policy = fake({
      getExemptions: exemptionsResponse({ exemptions: [own] }),
    });
    renderPage(<ExemptionsPage />, { policy });

    const row = await rowOf(/No exploited hole/);
    expect(row).toHaveTextContent('somebody else has to answer');
    expect(
      within(row).getByRole('button', { name: /Withdraw/ }),
    ).toBeInTheDocument();
    expect(
      within(row).queryByRole('button', { name: /Approve/ }),
    ).not.toBeInTheDocument();
  });

  it('asks to go on with one that ends soon, no longer than its severity allows', async () => {
    const user = userEvent.setup();
    const policy = fake({ requestExemption: exemptionEntry() });
    renderPage(<ExemptionsPage />, { policy });

    await user.click(
      await screen.findByRole('button', { name: /Ask to go on: No expl/ }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('at most 30 days for severity critical');
    await user.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'The rebuild takes a week more',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Ask' }));

    const asked = policy.asked.find(({ what }) => what === 'requestExemption');
    expect(asked?.args).toEqual([
      expect.objectContaining({ renews: 'ex-118', check: 'kev-open' }),
    ]);
  });

  it('says how to ask where nobody ever has', async () => {
    const policy = fake({
      getExemptions: exemptionsResponse({ exemptions: [] }),
    });
    renderPage(<ExemptionsPage />, { policy });

    expect(
      await screen.findByText(/No exemption was ever asked for/),
    ).toBeInTheDocument();
  });
});
