import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePolicyApi, renderPage, responseError } from '../../__testUtils__';
import {
  scorecardServicesResponse,
  scorecardsResponse,
  scorecardSummary,
} from '../../fixtures';
import { ScorecardPage } from './ScorecardPage';
import { ScorecardsPage } from './ScorecardsPage';

const fake = (answers: FakePolicyApi['answers'] = {}) =>
  new FakePolicyApi({
    getScorecards: scorecardsResponse(),
    getScorecardServices: scorecardServicesResponse(),
    ...answers,
  });

const matrix = () => screen.findByRole('table', { name: 'Services by checks' });

describe('ScorecardsPage', () => {
  it('opens each scorecard', async () => {
    renderPage(<ScorecardsPage />, { policy: fake() });

    expect(
      await screen.findByRole('link', { name: 'Production readiness' }),
    ).toHaveAttribute('href', '/scorecards/production-readiness');
    expect(screen.getByRole('row', { name: /readiness/ })).toHaveTextContent(
      '66',
    );
  });

  it('says which count nowhere yet', async () => {
    const tried = {
      ...scorecardSummary,
      title: 'Safe supply',
      checks: scorecardSummary.checks.map(check => ({
        ...check,
        mode: 'audit' as const,
      })),
    };
    const policy = fake({
      getScorecards: scorecardsResponse({
        scorecards: [scorecardSummary, tried],
      }),
    });
    renderPage(<ScorecardsPage />, { policy });

    expect(
      await screen.findByRole('row', { name: /Safe supply/ }),
    ).toHaveTextContent('tried out, counts nowhere');
    expect(
      screen.getByRole('row', { name: /Production readiness/ }),
    ).not.toHaveTextContent('tried out');
  });

  it('says what to do where none asks a service', async () => {
    const policy = fake({
      getScorecards: scorecardsResponse({
        scorecards: [{ ...scorecardSummary, services: 0 }],
      }),
    });
    renderPage(<ScorecardsPage />, { policy });

    expect(
      await screen.findByText(/Add services to the catalog/),
    ).toBeInTheDocument();
  });

  it('says what to do where there is none', async () => {
    const policy = fake({
      getScorecards: scorecardsResponse({ scorecards: [] }),
    });
    renderPage(<ScorecardsPage />, { policy });

    expect(
      await screen.findByText(/No scorecard is in force/),
    ).toBeInTheDocument();
  });
});

describe('ScorecardPage', () => {
  it('tells each result in words, and one that was not asked as such', async () => {
    renderPage(<ScorecardPage scorecard="production-readiness" />, {
      policy: fake(),
    });

    const [, payments, ledger] = within(await matrix()).getAllByRole('row');
    expect(payments).toHaveTextContent(/A real team owns it: fail since/);
    expect(payments).toHaveTextContent(/A runner is free soon: unknown since/);
    expect(payments).toHaveTextContent('1 of 2');
    expect(ledger).toHaveTextContent('A real team owns it: not asked');
    expect(ledger).toHaveTextContent('No level');
  });

  it('tells level, coverage and owner as other pages do', async () => {
    renderPage(<ScorecardPage scorecard="production-readiness" />, {
      policy: fake(),
    });

    const [, payments, ledger] = within(await matrix()).getAllByRole('row');
    expect(
      within(payments).getByRole('img', { name: '1 of 2 checks known' }),
    ).toBeInTheDocument();
    expect(
      within(payments).getByRole('link', { name: 'payments-core' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments-core');
    expect(ledger).toHaveTextContent('nobodyNo levelno check applies');
  });

  it('narrows to the services that fail a check, and keeps that in the address', async () => {
    const user = userEvent.setup();
    const policy = fake();
    renderPage(<ScorecardPage scorecard="production-readiness" />, { policy });

    await user.click(
      await screen.findByRole('button', {
        name: 'Show the services that fail: A real team owns it',
      }),
    );

    await matrix();
    const asked = policy.asked.map(({ args }) => args[1]);
    expect(asked[asked.length - 1]).toEqual({
      check: 'owned',
      status: 'fail',
      sort: 'name',
    });
  });

  it('says that nobody is like that rather than that there is nobody', async () => {
    const policy = fake({
      getScorecardServices: scorecardServicesResponse({
        services: [],
        total: 0,
      }),
    });
    renderPage(<ScorecardPage scorecard="production-readiness" />, {
      policy,
      path: '/?level=gold',
    });

    expect(
      await screen.findByText('No service is like that.'),
    ).toBeInTheDocument();
  });

  it('says that there is no such scorecard', async () => {
    const policy = fake({
      getScorecardServices: await responseError(404, 'no scorecard "x"'),
    });
    renderPage(<ScorecardPage scorecard="x" />, { policy });

    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });
});
