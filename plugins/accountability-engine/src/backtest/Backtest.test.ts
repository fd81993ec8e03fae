import { Exemption } from 'backstage-plugin-accountability-common';
import { DAY } from '../time';
import {
  candidateOf,
  now,
  reportOf,
  serviceOf,
} from './__testUtils__/candidates';

const rate = 'reliability.change_fail_rate';
const low = `expression: ${rate} <= 0.15`;
const [checkout, search] = ['group:default/checkout', 'group:default/search'];
const granted: Exemption = {
  id: 'e1',
  scorecard: 'ready',
  check: 'low',
  subject: { by: 'service', ref: 'component:default/pay' },
  reason: 'Rewritten in spring',
  requestedBy: 'user:default/a',
  requestedAt: now - DAY,
  decision: { verdict: 'approved', by: 'user:default/b', at: now - DAY },
  expiresAt: now + DAY,
  renewals: 0,
};

describe('a candidate held against services now', () => {
  it.each([
    { given: 'a value that passes', value: 0.1, gives: { pass: 1 } },
    { given: 'a value that fails', value: 0.2, gives: { fail: 1 } },
    { given: 'no value', value: undefined, gives: { unknown: 1 } },
    {
      given: 'a check that warns',
      value: 0.2,
      fields: 'mode: warn',
      gives: { warn: 1 },
    },
    {
      given: 'a check that will be enforced in a year',
      value: 0.2,
      fields: 'enforceFrom: 2027-11-25',
      gives: { fail: 1 },
    },
    {
      given: 'a draft',
      value: 0.2,
      head: '  draft: true',
      gives: { fail: 1 },
    },
    {
      given: 'a scorecard of next year',
      value: 0.2,
      head: '  effectiveFrom: 2027-11-25',
      gives: { fail: 1 },
    },
    {
      given: 'a check that is for no service of this type',
      value: 0.2,
      fields: 'when: service.type == "library"',
      gives: { notApplicable: 1 },
    },
    {
      given: 'a scorecard that is for libraries',
      value: 0.2,
      head: '  match: { spec.type: library }',
      gives: { notApplicable: 1 },
    },
    {
      given: 'an exemption in force',
      value: 0.2,
      exemptions: [granted],
      gives: { exempt: 1 },
    },
  ])('counts, of $given, $gives', given => {
    const { value, fields, head, exemptions, gives } = given;
    const candidate = candidateOf(
      { low: fields ? `${fields}, ${low}` : low },
      { head },
    );
    expect(candidate.diagnostics).toEqual([]);

    const report = reportOf(candidate, [
      serviceOf('pay', { now: { [rate]: value }, exemptions }),
    ]);

    const none = { pass: 0, warn: 0, fail: 0, exempt: 0, unknown: 0 };
    expect(report.checks[0].now).toEqual({
      ...none,
      notApplicable: 0,
      ...gives,
    });
  });

  it.each([
    { given: 'that passes today', was: 'pass' as const, gives: 1 },
    { given: 'that is exempt today', was: 'exempt' as const, gives: 1 },
    { given: 'that is unknown today', was: 'unknown' as const, gives: 1 },
    { given: 'that is not there today', was: undefined, gives: 1 },
    { given: 'that fails today', was: 'fail' as const, gives: 0 },
    { given: 'that warns today', was: 'warn' as const, gives: 0 },
  ])('newly fails a check $given: $gives', ({ was, gives }) => {
    const service = serviceOf('pay', {
      now: { [rate]: 0.2 },
      inForce: was && { 'ready/low': was },
    });

    const [check] = reportOf(candidateOf({ low }), [service]).checks;

    expect(check.newlyFailing).toHaveLength(gives);
  });

  it('names those that newly fail by owner, first by title, with why, and counts the rest', () => {
    const failing = (name: string, owner: string | undefined) =>
      serviceOf(name, { owner, title: `T ${name}`, now: { [rate]: 0.2 } });
    const many = Array.from({ length: 230 }, (_, i) =>
      failing(`s${String(229 - i).padStart(3, '0')}`, checkout),
    );
    const services = [failing('x', search), failing('y', undefined), ...many];

    const [check] = reportOf(candidateOf({ low }), services).checks;

    const [first, ...others] = check.newlyFailing;
    expect(first).toMatchObject({ owner: checkout, total: 230 });
    expect(first.services.map(({ title }) => title)).toEqual(
      Array.from({ length: 50 }, (_, i) => `T s${String(i).padStart(3, '0')}`),
    );
    expect(others).toEqual([
      {
        total: 1,
        services: [
          {
            entityRef: 'component:default/y',
            title: 'T y',
            because: expect.stringMatching(/20\s?%/),
          },
        ],
      },
      { owner: search, total: 1, services: [expect.anything()] },
    ]);
  });

  it('runs what compiled of a candidate at fault, and tells the faults', () => {
    const candidate = candidateOf({
      low,
      bad: 'expression: reliability.no_such',
    });

    const report = reportOf(candidate, [serviceOf('pay')]);

    expect(report.checks.map(({ check }) => check)).toEqual(['low']);
    expect(report.faults).toEqual([
      expect.objectContaining({ file: 'candidate.yaml', line: 10 }),
    ]);
  });
});
