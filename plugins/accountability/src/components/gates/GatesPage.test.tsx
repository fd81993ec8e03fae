import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePolicyApi, renderPage, responseError } from '../../__testUtils__';
import { decisionsResponse, gatesResponse } from '../../fixtures';
import { GatesPage } from './GatesPage';

const fake = (answers: FakePolicyApi['answers'] = {}) =>
  new FakePolicyApi({
    getGates: gatesResponse(),
    getDecisions: decisionsResponse(),
    ...answers,
  });

describe('GatesPage', () => {
  it('says of a gate what it does where it cannot tell, and who may go past it', async () => {
    renderPage(<GatesPage />, { policy: fake() });

    const table = await screen.findByRole('table', { name: 'Gates' });
    const row = within(table).getByRole('row', {
      name: /Deploy to production/,
    });
    expect(row).toHaveTextContent('2 enforced, 1 warn, 0 audit');
    expect(row).toHaveTextContent(
      'unknown is a fail, an error a fail, no answer at all a fail',
    );
    expect(row).toHaveTextContent('41 allowed, 6 warned, 3 denied');
    expect(row).toHaveTextContent('1 went past');
    expect(row).toHaveTextContent('incident-commanders');
  });

  it('lists decisions with their verdict, and says that a review is overdue', async () => {
    renderPage(<GatesPage />, { policy: fake() });

    const table = await screen.findByRole('table', { name: 'Decisions' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows[0]).toHaveTextContent('Denied');
    expect(rows[1]).toHaveTextContent(/Went past the gate; review overdue/);
    expect(within(rows[0]).getAllByRole('link')[0]).toHaveAttribute(
      'href',
      '/decisions/d-01JD9K4X',
    );
  });

  it('narrows the log, and keeps that in the address', async () => {
    const user = userEvent.setup();
    const policy = fake();
    renderPage(<GatesPage />, { policy, path: '/?outcome=deny' });
    await screen.findByRole('table', { name: 'Decisions' });

    policy.answers.getDecisions = decisionsResponse({ decisions: [] });
    await user.click(
      screen.getByRole('checkbox', {
        name: 'Only those that went past the gate',
      }),
    );

    expect(
      await screen.findByText('No decision is like that.'),
    ).toBeInTheDocument();
    const asked = policy.asked.filter(({ what }) => what === 'getDecisions');
    expect(asked[0].args).toEqual([{ outcome: 'deny' }]);
    expect(asked[asked.length - 1].args).toEqual([
      { outcome: 'deny', brokenGlass: true },
    ]);
  });

  it('says what to do where there is no gate', async () => {
    const policy = fake({ getGates: gatesResponse({ gates: [] }) });
    renderPage(<GatesPage />, { policy });

    expect(await screen.findByText(/No gate is in force/)).toBeInTheDocument();
  });

  it('names the permission to ask for', async () => {
    const policy = fake({ getGates: await responseError(403, 'no') });
    renderPage(<GatesPage />, { policy });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'accountability.decision.read',
    );
  });
});
