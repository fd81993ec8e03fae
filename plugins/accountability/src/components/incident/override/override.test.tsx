import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../../__testUtils__';
import {
  cardPayments,
  causeResponse,
  decision,
  incidentResponse,
  ledger,
} from '../../../fixtures';
import { IncidentPage } from '..';

const page = (
  <IncidentPage
    entityRef="component:default/payments-api"
    record={cardPayments.id}
  />
);
const plain = (text: string | null) => (text ?? '').replace(/\u00a0/g, ' ');
const asked = (api: FakeAccountabilityApi, what: string) =>
  api.asked.filter(each => each.what === what).map(({ options }) => options);
const decided = () =>
  incidentResponse({
    attribution: causeResponse().after,
    decisions: [decision],
  });

describe('overriding a cause', () => {
  it('shows the effect before anything is kept, then keeps it with its reason', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(page, { api });

    await user.click(await screen.findByRole('radio', { name: /^7.4.0 of/ }));
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      ' PM-61 says so ',
    );
    expect(screen.getByText('13 characters; 10 to 2,000')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show the effect' }));

    const effect = await screen.findByRole('region', {
      name: /nothing is saved yet/,
    });
    const words = plain(effect.textContent);
    expect(words).toContain('Methodremediation → explicit');
    expect(words).toContain('Charged tocheckout → data-platform');
    expect(words).toContain('Change fail rate of payments-api9.5 % → 7.9 %');
    expect(words).toContain('Change fail rate of ledgerunknown → 2 %');
    await user.click(screen.getByRole('button', { name: 'Record override' }));

    expect(
      await screen.findByText('The override is recorded.'),
    ).toBeInTheDocument();
    const request = {
      record: cardPayments.id,
      cause: ledger.id,
      reason: 'PM-61 says so',
    };
    expect(asked(api, 'decided')).toEqual([
      { ...request, preview: true },
      request,
    ]);
    await waitFor(() =>
      expect(asked(api, 'incident').length).toBeGreaterThan(1),
    );
    expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveValue('');
  });

  it('asks for a reason before it shows an effect', async () => {
    const user = userEvent.setup();
    renderPage(page);
    const button = await screen.findByRole('button', {
      name: 'Show the effect',
    });
    expect(button).toBeDisabled();
    expect(screen.getByText('Choose a cause first.')).toBeInTheDocument();

    await user.click(screen.getByRole('radio', { name: /^Not caused/ }));
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'too short',
    );

    expect(button).toBeDisabled();
    expect(screen.getByText(/^Say why/)).toBeInTheDocument();
  });

  it('takes a deployment by its record id', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(page, { api });

    await user.click(await screen.findByRole('radio', { name: /^Another/ }));
    await user.type(
      screen.getByRole('textbox', { name: /Record id/ }),
      'github:deployment:acme/other:1',
    );
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'PM-1 says so',
    );
    await user.click(screen.getByRole('button', { name: 'Show the effect' }));

    await screen.findByRole('button', { name: 'Record override' });
    expect(asked(api, 'decided')).toContainEqual(
      expect.objectContaining({ cause: 'github:deployment:acme/other:1' }),
    );
  });

  it('says that no change is the cause, by keys alone', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(page, { api });
    const first = await screen.findByRole('radio', { name: /^4.12.0 of/ });

    first.focus();
    await user.keyboard('{ArrowUp}{Tab}a cable was cut{Tab}{Enter}');

    await screen.findByRole('button', { name: 'Record override' });
    expect(asked(api, 'decided')).toEqual([
      {
        record: cardPayments.id,
        cause: null,
        reason: 'a cable was cut',
        preview: true,
      },
    ]);
  });

  it('forgets an effect once another cause is chosen', async () => {
    const user = userEvent.setup();
    renderPage(page);
    await user.click(await screen.findByRole('radio', { name: /^7.4.0 of/ }));
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'PM-61 says so',
    );
    await user.click(screen.getByRole('button', { name: 'Show the effect' }));
    await screen.findByRole('button', { name: 'Record override' });

    await user.click(screen.getByRole('radio', { name: /^4.11.3 of/ }));

    expect(
      screen.queryByRole('button', { name: 'Record override' }),
    ).not.toBeInTheDocument();
  });

  it('gives the sentence of the server where a decision is not taken', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi({
      decided: await responseError(404, 'There is no such deployment.'),
    });
    renderPage(page, { api });

    await user.click(await screen.findByRole('radio', { name: /^Not caused/ }));
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'PM-1 says so',
    );
    await user.click(screen.getByRole('button', { name: 'Show the effect' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such deployment.',
    );
  });

  it('names the permission where it may not be decided', async () => {
    const incident = incidentResponse({ mayDecide: false });
    renderPage(page, { api: new FakeAccountabilityApi({ incident }) });

    expect(
      await screen.findByText(/accountability.cause.decide/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  });
});

describe('withdrawing a decision', () => {
  it('says who decided what and why', async () => {
    renderPage(page, {
      api: new FakeAccountabilityApi({ incident: decided() }),
    });

    const inForce = await screen.findByRole('region', {
      name: 'Decision in force',
    });
    expect(inForce).toHaveTextContent('7.4.0: Postmortem PM-61');
    expect(within(inForce).getByRole('link')).toHaveTextContent('guest');
  });

  it('shows the effect, then goes back to what the rule says', async () => {
    const user = userEvent.setup();
    const { before, after } = causeResponse();
    const api = new FakeAccountabilityApi({
      incident: decided(),
      withdrawn: causeResponse({ before: after, after: before }),
    });
    renderPage(page, { api });
    await user.click(await screen.findByRole('button', { name: 'Withdraw' }));
    const inForce = screen.getByRole('region', { name: 'Decision in force' });

    await user.type(within(inForce).getByRole('textbox'), 'PM-61 was wrong');
    await user.click(
      within(inForce).getByRole('button', { name: 'Show the effect' }),
    );
    expect(
      plain((await within(inForce).findByRole('region')).textContent),
    ).toContain('explicit → remediation');
    api.answers.incident = incidentResponse({
      decisions: [
        {
          ...decision,
          withdrawn: {
            by: 'user:default/guest',
            at: decision.at,
            reason: 'PM-61 was wrong',
          },
        },
      ],
    });
    await user.click(
      within(inForce).getByRole('button', { name: 'Withdraw decision' }),
    );

    expect(
      await screen.findByText(/what the rule says is in force again/),
    ).toBeInTheDocument();
    await waitFor(() => expect(inForce).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: '1 decision so far' }));
    expect(screen.getByText(/Withdrawn: PM-61 was wrong/)).toBeInTheDocument();
  });
});
