import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePolicyApi, renderPage } from '../../__testUtils__';
import { DAY, NOW, decisionResponse, gatesResponse } from '../../fixtures';
import { DecisionPage } from './DecisionPage';

// Forms are typed key by key.
jest.setTimeout(30_000);

const fake = (answers: FakePolicyApi['answers'] = {}) =>
  new FakePolicyApi({
    getGates: gatesResponse(),
    getDecision: decisionResponse(),
    ...answers,
  });

const past = {
  outcome: 'allow' as const,
  breakGlass: {
    reason: 'INC-2207: the fix has to go out',
    group: 'group:default/incident-commanders',
    reviewBy: NOW + DAY,
  },
};

describe('DecisionPage', () => {
  it('is headed by the service, and counts rules as their marks say', async () => {
    const { decision } = decisionResponse();
    const rules = decision.rules.slice(0, 1).map(rule => ({
      ...rule,
      outcome: 'fail' as const,
      mode: 'warn' as const,
      effect: 'warn' as const,
    }));
    renderPage(<DecisionPage id="d-01JD9K4X" />, {
      policy: fake({
        getDecision: decisionResponse({ outcome: 'warn', rules }),
      }),
    });

    expect(
      await screen.findByRole('heading', { name: /^Decision on / }),
    ).toBeInTheDocument();
    expect(screen.getByText('1 rule: 1 warn')).toBeInTheDocument();
  });

  it('says the verdict, and what would change it', async () => {
    renderPage(<DecisionPage id="d-01JD9K4X" />, { policy: fake() });

    const strip = await screen.findByRole('region', { name: 'Verdict' });
    expect(strip).toHaveTextContent('Denied');
    expect(within(strip).getByRole('list')).toHaveTextContent(
      'Upload a bill for the commit that is shipped.',
    );
    expect(
      await within(strip).findByText(/for incident-commanders/),
    ).toBeInTheDocument();
  });

  it('shows each rule with its clause, its limit and its effect', async () => {
    renderPage(<DecisionPage id="d-01JD9K4X" />, { policy: fake() });

    const table = await screen.findByRole('table', { name: 'Rules' });
    const [, denying, exempt, unknown] = within(table).getAllByRole('row');
    expect(denying).toHaveTextContent('security.sbom_age 12 d at most 7 d');
    expect(denying).toHaveTextContent('denies');
    expect(exempt).toHaveTextContent(/exempt until/);
    expect(unknown).toHaveTextContent('counted as a fail');
  });

  it('never prints an unknown fact as a number, and says that it is too old', async () => {
    renderPage(<DecisionPage id="d-01JD9K4X" />, { policy: fake() });

    const table = await screen.findByRole('table', { name: 'Facts used' });
    const row = within(table).getByRole('row', {
      name: /reliability\.incidents/,
    });
    expect(row).toHaveTextContent('unknown');
    expect(row).toHaveTextContent('21 d');
    expect(row).toHaveTextContent('allowed 2 d, too old');
  });

  it('asks for an exemption from the check that denies', async () => {
    const user = userEvent.setup();
    renderPage(<DecisionPage id="d-01JD9K4X" />, { policy: fake() });

    await user.click(
      await screen.findByRole('button', {
        name: /^Ask for an exemption: The bill/,
      }),
    );

    expect(
      within(await screen.findByRole('dialog')).getByText(
        'The bill belongs to what is shipped',
      ),
    ).toBeInTheDocument();
  });

  it('keeps the review of going past the gate', async () => {
    const user = userEvent.setup();
    const policy = fake({
      getDecision: decisionResponse(past),
      reviewDecision: decisionResponse({
        ...past,
        breakGlass: {
          ...past.breakGlass,
          reviewed: {
            at: NOW,
            by: 'user:default/raj',
            remarks: 'It was right',
          },
        },
      }),
    });
    renderPage(<DecisionPage id="d-01JD9K4X" />, { policy });

    await user.click(await screen.findByRole('button', { name: 'Review it' }));
    await user.type(
      await screen.findByRole('textbox', { name: /Reason/ }),
      'It was right',
    );
    await user.click(screen.getByRole('button', { name: 'Keep the review' }));

    expect(await screen.findByText('It was right')).toBeInTheDocument();
    expect(policy.asked.map(({ args }) => args)).toContainEqual([
      'd-01JD9K4X',
      { remarks: 'It was right' },
    ]);
  });

  it('offers no review to those who may not', async () => {
    const policy = fake({ getDecision: decisionResponse(past, false) });
    renderPage(<DecisionPage id="d-01JD9K4X" />, { policy });

    expect(
      await screen.findByText(/incident-commanders went past this gate/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Review it' }),
    ).not.toBeInTheDocument();
  });
});
