import { collectUpload } from '../../__testUtils__/collectUpload';
import { eventsOf } from '../../__testUtils__/eventsOf';
import { sloDocument } from '../../testUtils/examples/standingExamples';

const objective = { name: 'availability', target: 0.999 };
const documentWith = (...objectives: object[]) => ({
  tool: 'sloth',
  objectives,
});
const commitless = {
  sha: undefined,
  branch: undefined,
  'default-branch': undefined,
};
const reportOf = (
  body: unknown,
  parameters: Record<string, string | undefined> = commitless,
) => eventsOf(collectUpload('slo', body, parameters)).reports[0];

describe('a report of SLOs', () => {
  it('counts objectives, those measured, exhausted budgets and the policy', () => {
    const { measures, tool, title, format, sha, series } =
      reportOf(sloDocument);

    expect(measures).toEqual({
      objectives: 2,
      measured: 1,
      exhausted: 0,
      least_budget_remaining: 0.5,
      policy: 1,
    });
    expect({ tool, title, format, sha, series }).toEqual({
      tool: 'sloth',
      title: 'sloth',
      format: 'slo',
      sha: undefined,
      series: undefined,
    });
  });

  it.each([
    {
      given: 'no objective',
      body: documentWith(),
      gives: { objectives: 0, measured: 0, exhausted: 0, policy: 0 },
    },
    {
      given: 'an objective that was not measured',
      body: documentWith({
        ...objective,
        attained: null,
        budgetRemaining: null,
      }),
      gives: { objectives: 1, measured: 0, exhausted: 0, policy: 0 },
    },
    {
      given: 'a budget alone, which nobody knows who did not measure',
      body: documentWith({ ...objective, budgetRemaining: 0.25 }),
      gives: {
        objectives: 1,
        measured: 1,
        exhausted: 0,
        least_budget_remaining: 0.25,
        policy: 0,
      },
    },
    {
      given:
        'a budget that is used up, one that is overspent and one that is whole',
      body: documentWith(
        { ...objective, budgetRemaining: 0 },
        { ...objective, budgetRemaining: -1.5 },
        { ...objective, budgetRemaining: 1 },
      ),
      gives: {
        objectives: 3,
        measured: 3,
        exhausted: 2,
        least_budget_remaining: -1.5,
        policy: 0,
      },
    },
  ])('of $given measures so', ({ body, gives }) => {
    expect(reportOf(body).measures).toEqual(gives);
  });

  it.each([
    { given: { target: 0.99, attained: 0.995 }, budget: 0.5, exhausted: 0 },
    { given: { target: 0.99, attained: 1 }, budget: 1, exhausted: 0 },
    { given: { target: 0.99, attained: 0.99 }, budget: 0, exhausted: 1 },
    { given: { target: 0.99, attained: 0.98 }, budget: -1, exhausted: 1 },
  ])(
    'of $given has $budget of its budget left',
    ({ given, budget, exhausted }) => {
      const { measures } = reportOf(documentWith({ ...objective, ...given }));

      expect(measures?.least_budget_remaining).toBeCloseTo(budget, 9);
      expect(measures).toMatchObject({ exhausted });
    },
  );

  it('is another report at another time, whatever its commit', () => {
    const at = (time: string, sha?: string) =>
      reportOf(sloDocument, { ...commitless, at: time, sha });
    const ten = at('2026-11-20T10:00:00Z');

    expect(ten.record).toMatch(
      /^slo:report:acme\/payments:2026-11-20T10:00:00\.000Z:/,
    );
    expect(at('2026-11-20T11:00:00+01:00').record).toBe(ten.record);
    expect(at('2026-11-20T10:00:00Z', '2f1c9e4b7a60')).toMatchObject({
      record: ten.record,
      sha: '2f1c9e4b7a60',
    });
    expect(at('2026-11-20T11:00:00Z').record).not.toBe(ten.record);
  });

  it.each([
    { given: 'a list', body: [], says: /report of SLOs/ },
    { given: 'no tool', body: { objectives: [] }, says: /tool/ },
    { given: 'no objectives', body: { tool: 'sloth' }, says: /objectives/ },
    {
      given: 'a target in percent',
      body: documentWith({ ...objective, target: 99.9 }),
      says: /target.*such as 0\.999 for 99\.9 %/,
    },
    {
      given: 'a target that leaves no budget',
      body: documentWith({ ...objective, target: 1 }),
      says: /leave a budget/,
    },
    {
      given: 'an attainment in percent',
      body: documentWith({ ...objective, attained: 99.95 }),
      says: /attained.*share/,
    },
    {
      given: 'a number without an end',
      body: '{"tool":"a","objectives":[{"name":"a","target":0.9,"budgetRemaining":-1e999}]}',
      says: /budgetRemaining/,
    },
    {
      given: 'a budget that grew',
      body: documentWith({ ...objective, budgetRemaining: 42 }),
      says: /budgetRemaining.*at most 1/,
    },
    {
      given: 'a misspelt field',
      body: documentWith({ ...objective, budget_remaining: 0.4 }),
      says: /budget_remaining/,
    },
    {
      given: 'a window in words',
      body: documentWith({ ...objective, window: '28 days' }),
      says: /window.*28d/,
    },
    {
      given: 'a policy that is no address',
      body: {
        ...documentWith(objective),
        policy: 'ftp://wiki.example.org/policy',
      },
      says: /policy.*http/,
    },
    {
      given: 'a name with control characters',
      body: documentWith({ ...objective, name: 'a\u0000b' }),
      says: /control characters/,
    },
    {
      given: 'more objectives than a service has',
      body: documentWith(...Array(201).fill(objective)),
      says: /objectives/,
    },
  ])('with $given is refused', ({ body, says }) => {
    expect(collectUpload('slo', body, commitless)).toMatchObject({
      status: 'rejected',
      because: expect.stringMatching(says),
    });
  });

  it('takes as many objectives as are allowed', () => {
    const { measures } = reportOf(documentWith(...Array(200).fill(objective)));

    expect(measures).toMatchObject({ objectives: 200 });
  });
});
