import { collectUpload } from '../../__testUtils__/collectUpload';
import { eventsOf } from '../../__testUtils__/eventsOf';
import { instrumentationDocument } from '../../testUtils/examples/standingExamples';

const commitless = {
  sha: undefined,
  branch: undefined,
  'default-branch': undefined,
};
const documentWith = (checks: unknown) => ({ tool: 'otel-lint', checks });
const measure = (body: unknown) =>
  eventsOf(collectUpload('instrumentation', body, commitless)).reports[0]
    .measures;
const checksOf = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`check ${index}`, 'pass']),
  );

describe('a report of instrumentation', () => {
  it('says of each check that applies whether it passes, and counts them', () => {
    expect(measure(instrumentationDocument)).toEqual({
      'check:service.name': 1,
      'check:traces': 1,
      'check:red_metrics': 1,
      'check:log_schema': 0,
      passed: 3,
      applicable: 4,
    });
  });

  it('without a check that applies counts none', () => {
    expect(measure(documentWith({ traces: 'not-applicable' }))).toEqual({
      passed: 0,
      applicable: 0,
    });
  });

  it('takes as many checks as are allowed', () => {
    expect(measure(documentWith(checksOf(50)))).toMatchObject({ passed: 50 });
  });

  it.each([
    { given: 'no tool', body: { checks: checksOf(1) }, says: /tool/ },
    { given: 'no check', body: documentWith({}), says: /1 to 50 checks/ },
    {
      given: 'too many checks',
      body: documentWith(checksOf(51)),
      says: /1 to 50 checks/,
    },
    {
      given: 'a list of checks',
      body: documentWith(['traces']),
      says: /checks/,
    },
    {
      given: 'a result that is none of the three',
      body: documentWith({ traces: 'passed' }),
      says: /traces.*pass/,
    },
    {
      given: 'a check without a name',
      body: documentWith({ ' ': 'pass' }),
      says: /blank/,
    },
    {
      given: 'a name too long for a measure',
      body: documentWith({ ['a'.repeat(91)]: 'pass' }),
      says: /1 to 90 characters/,
    },
    {
      given: 'a field that is not known',
      body: { ...documentWith(checksOf(1)), passed: 3 },
      says: /passed/,
    },
  ])('with $given is refused', ({ body, says }) => {
    expect(collectUpload('instrumentation', body, commitless)).toMatchObject({
      status: 'rejected',
      because: expect.stringMatching(says),
    });
  });

  it('may say of which commit it is, and is refused for one that is none', () => {
    const given = (sha: string) =>
      collectUpload('instrumentation', instrumentationDocument, { sha });

    expect(eventsOf(given('2f1c9e4b7a60')).reports[0].sha).toBe('2f1c9e4b7a60');
    expect(given('main')).toMatchObject({
      status: 'rejected',
      because: expect.stringMatching(
        /to a service: sha.*A right call is POST …\/deliveries\/instrumentation\?subject=github:acme\/payments&at=/,
      ),
    });
  });
});
