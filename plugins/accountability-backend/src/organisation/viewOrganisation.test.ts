import { OrganisationFilter } from 'backstage-plugin-accountability-common';
import { DebtCosts, incidentTimeFact } from './DebtCosts';
import {
  checksOf,
  DAY,
  GivenService,
  level,
  now,
  organisationOf,
  ref,
  team,
  turned,
} from './__testUtils__/organisationOf';
import { viewOrganisation } from './viewOrganisation';

const groups = {
  halden: undefined,
  commerce: 'halden',
  checkout: 'commerce',
  search: 'commerce',
  platform: 'halden',
};
const costs = new DebtCosts(
  new Map([
    [incidentTimeFact, 90],
    ['pipeline.waiting_time', 28],
  ]),
);

function view(
  services: readonly GivenService[],
  options: {
    filter?: OrganisationFilter;
    visible?: string[];
    checks?: Parameters<typeof checksOf>[0];
    groups?: Record<string, string | undefined>;
    domains?: Record<string, string>;
  } = {},
) {
  const organisation = organisationOf(
    services,
    options.groups ?? groups,
    options.domains,
  );
  const found = viewOrganisation(organisation, {
    filter: options.filter ?? {},
    ...(options.visible && { visible: new Set(options.visible.map(ref)) }),
    checks: checksOf(options.checks ?? {}),
    costs,
    now,
  });
  if (!found) throw new Error('There is no such group');
  return found;
}

const failing = { 'security-scan': 'fail' } as const;

describe('the rows of the heat map', () => {
  it('are the groups below the only one at the top, each with those below it, then what is left', () => {
    const { rows, services, unowned } = view([
      { name: 'cart', owner: 'checkout', results: failing },
      { name: 'index', owner: 'search', results: { 'security-scan': 'pass' } },
      { name: 'shop', owner: 'commerce', results: failing },
      { name: 'portal', owner: 'halden', results: failing },
      { name: 'lost', results: failing },
    ]);

    expect(
      rows.map(({ title, of, parent, services: count, burdens: cells }) => [
        ...[title, of, parent, count],
        `${cells[3].notPassing} of ${cells[3].known}`,
      ]),
    ).toEqual([
      ['commerce', 'tree', undefined, 3, '2 of 3'],
      ['checkout', 'tree', team('commerce'), 1, '1 of 1'],
      ['search', 'tree', team('commerce'), 1, '0 of 1'],
      ['commerce', 'own', team('commerce'), 1, '1 of 1'],
      ['halden', 'own', undefined, 1, '1 of 1'],
      ['No owner that resolves', 'unowned', undefined, 1, '1 of 1'],
    ]);
    expect({ services, unowned }).toEqual({ services: 5, unowned: 1 });
  });

  it('add up to the whole, and say who is a person', () => {
    const { rows, burdens: cells } = view(
      [
        { name: 'a', owner: 'checkout', results: failing },
        { name: 'b', owner: 'kim', results: failing },
      ],
      { groups: { checkout: undefined, other: undefined } },
    );

    expect(rows.map(({ title, of }) => [title, of])).toEqual([
      ['checkout', 'tree'],
      ['Owned by people', 'own'],
    ]);
    expect(cells[3]).toMatchObject({ notPassing: 2, known: 2 });
  });

  it('leave those below the first ones out where there are too many', () => {
    const many = Array.from({ length: 70 }, (_, i) => `team-${i}`);
    const tree = Object.fromEntries(many.map(name => [name, 'area']));

    const { rows } = view(
      many.map(owner => ({ name: owner, owner })),
      { groups: { area: undefined, other: undefined, ...tree } },
    );

    expect(rows).toMatchObject([{ title: 'area', groups: 70, services: 70 }]);
  });

  it('never read unknown as zero', () => {
    const { burdens: cells, coverage } = view([
      { name: 'a', owner: 'checkout', results: { 'security-scan': 'unknown' } },
      {
        name: 'b',
        owner: 'checkout',
        results: { 'pipeline-main': 'not-applicable' },
      },
    ]);

    expect(cells[3]).toMatchObject({
      ...{ status: 'unknown', known: 0, applicable: 1, notPassing: 0 },
    });
    expect(cells[0]).toMatchObject({ status: 'no-checks', applicable: 0 });
    expect(coverage).toEqual({ known: 0, applicable: 1 });
  });
});

describe('a filter', () => {
  const services: GivenService[] = [
    {
      ...{ name: 'cart', owner: 'checkout', system: 'system:default/web' },
      ...{ lifecycle: 'production', tags: ['java'] },
    },
    { name: 'index', owner: 'search', lifecycle: 'experimental' },
    { name: 'lost', tags: ['java'] },
  ];
  const domains = { 'system:default/web': 'domain:default/shop' };

  it.each<[OrganisationFilter, string[]]>([
    [{}, ['cart', 'index', 'lost']],
    [{ group: team('commerce') }, ['cart', 'index']],
    [{ group: team('platform') }, []],
    [{ system: 'system:default/web' }, ['cart']],
    [{ domain: 'domain:default/shop' }, ['cart']],
    [{ lifecycle: 'experimental' }, ['index']],
    [{ tag: 'java' }, ['cart', 'lost']],
    [{ tag: 'java', group: team('search') }, []],
  ])('%j leaves %j', (filter, names) => {
    expect(view(services, { filter, domains }).services).toBe(names.length);
  });

  it('offers what it may be, of what the caller may see', () => {
    expect(
      view(services, { domains, visible: ['cart', 'index'] }).choices,
    ).toEqual({
      systems: ['system:default/web'],
      domains: ['domain:default/shop'],
      lifecycles: ['experimental', 'production'],
      tags: ['java'],
    });
  });

  it('of a group has its rows, and those above it as the way back', () => {
    const { group, above, rows } = view(services, {
      filter: { group: team('commerce') },
    });

    expect(group?.title).toBe('commerce');
    expect(above.map(({ title }) => title)).toEqual(['halden']);
    expect(rows.map(({ title }) => title)).toEqual(['checkout', 'search']);
  });
});

describe('what got worse', () => {
  it('is what turned from pass or exempt, and levels that fell, within seven days', () => {
    const { worse } = view(
      [
        {
          name: 'cart',
          owner: 'checkout',
          results: { 'security-scan': 'fail', 'pipeline-main': 'warn' },
          levels: [level('bronze')],
          turns: [
            turned(now - DAY, 'pass', 'fail', 'security-scan'),
            turned(now - 2 * DAY, 'exempt', 'warn', 'pipeline-main'),
            turned(now - 3 * DAY, 'silver', 'bronze'),
            turned(now - 4 * DAY, 'unknown', 'fail', 'security-scan'),
            turned(now - 5 * DAY, 'fail', 'pass', 'security-scan'),
            turned(now - 6 * DAY, 'bronze', 'silver'),
            turned(now - 8 * DAY, 'pass', 'fail', 'security-scan'),
          ],
        },
      ],
      {
        checks: {
          'security-scan': { severity: 'critical' },
          'pipeline-main': { severity: 'low' },
        },
      },
    );

    expect(worse).toMatchObject({ checks: 2, levels: 1 });
    expect(worse.turns).toMatchObject([
      { check: 'security-scan', burden: 'security', severity: 'critical' },
      { from: 'silver', to: 'bronze', owner: team('checkout') },
      { check: 'pipeline-main', title: 'cart' },
    ]);
  });
});

describe('levels', () => {
  it('are counted where a service stands lowest, now and twelve weeks ago', () => {
    const { levels } = view([
      {
        name: 'a',
        levels: [level('silver', now - 10 * DAY)],
        turns: [turned(now - 10 * DAY, 'none', 'silver')],
      },
      {
        name: 'b',
        levels: [level('silver'), { ...level('bronze'), scorecard: 'b' }],
      },
      { name: 'new', levels: [level('bronze', now - DAY)] },
      { name: 'without a ladder' },
    ]);

    expect(levels).toEqual([
      { level: 'silver', rank: 2, services: 1, before: 0 },
      { level: 'bronze', rank: 1, services: 2, before: 1 },
      { rank: 0, services: 0, before: 1 },
    ]);
  });
});

it('levels that nobody has reached are told of, too', () => {
  const { levels } = view([{ name: 'a', levels: [level('bronze')] }]);

  expect(levels).toEqual([
    { level: 'silver', rank: 2, services: 0, before: 0 },
    { level: 'bronze', rank: 1, services: 1, before: 1 },
  ]);
});

describe('debts', () => {
  const hour = 3600;

  it('are checks that do not pass by owner, that which pays back most first', () => {
    const { debts, debtsInAll } = view(
      [
        {
          ...{ name: 'a', owner: 'checkout', incidents: 2 },
          results: { 'pipeline-queue': ['warn', now - 9 * DAY] },
          times: {
            'pipeline.waiting_time': 8 * hour,
            [incidentTimeFact]: hour,
          },
        },
        {
          ...{ name: 'b', owner: 'checkout' },
          results: { 'pipeline-queue': ['fail', now - 30 * DAY] },
        },
        {
          ...{ name: 'c', owner: 'search', incidents: 3 },
          results: { 'reliability-fail': 'fail', 'security-scan': 'fail' },
          times: { [incidentTimeFact]: 90 * hour },
        },
      ],
      {
        checks: {
          'pipeline-queue': { effortDays: 2, cost: 'pipeline.waiting_time' },
          'reliability-fail': { effortDays: 4, cost: incidentTimeFact },
          'security-scan': { severity: 'critical', effortDays: 1 },
        },
      },
    );

    expect(debtsInAll).toBe(3);
    expect(debts).toMatchObject([
      {
        ...{ check: 'reliability-fail', ownerTitle: 'search', effortDays: 4 },
        cost: { fact: incidentTimeFact, hours: 28, known: 1 },
        hoursPerDay: 7,
        incidents: { count: 3, hours: 90 },
      },
      {
        ...{ check: 'pipeline-queue', services: 2, since: now - 30 * DAY },
        ...{ effortDays: 4, hoursPerDay: 2 },
        examples: [{ title: 'b' }, { title: 'a' }],
        cost: { hours: 8, known: 1 },
        incidents: { count: 2, hours: 1 },
      },
      { check: 'security-scan', severity: 'critical' },
    ]);
    expect(debts[2]).not.toHaveProperty('cost');
    expect(debts[2]).not.toHaveProperty('hoursPerDay');
  });

  it('whose cost is known of no service save nothing that is known', () => {
    const { debts } = view(
      [{ name: 'a', owner: 'checkout', results: { 'pipeline-queue': 'fail' } }],
      {
        checks: {
          'pipeline-queue': { effortDays: 2, cost: 'pipeline.waiting_time' },
        },
      },
    );

    expect(debts[0].cost).toEqual({
      ...{ fact: 'pipeline.waiting_time', hours: 0, known: 0 },
    });
    expect(debts[0]).not.toHaveProperty('hoursPerDay');
    expect(debts[0]).not.toHaveProperty('incidents');
  });

  it('are blind spots where less of a burden is known than not', () => {
    const { debts } = view(
      [
        {
          name: 'a',
          owner: 'checkout',
          results: {
            'observability-a': ['unknown', now - 2 * DAY],
            'observability-b': ['unknown', now - 3 * DAY],
            'observability-c': 'pass',
            'security-a': 'unknown',
            'security-b': 'pass',
          },
        },
      ],
      { checks: {} },
    );

    expect(debts).toMatchObject([
      {
        ...{ kind: 'blind-spot', burden: 'observability', results: 2 },
        ...{ title: '2 of 3 results are unknown', services: 1 },
        since: now - 3 * DAY,
      },
    ]);
  });

  it('leave room for what is worst though its cost is not known', () => {
    const costly = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `reliability-${i}`,
        { severity: 'low', effortDays: 1, cost: incidentTimeFact } as const,
      ]),
    );

    const { debts } = view(
      [
        {
          ...{ name: 'a', owner: 'checkout' },
          results: {
            ...Object.fromEntries(
              Object.keys(costly).map(check => [check, 'fail'] as const),
            ),
            'security-hole': 'fail',
          },
          times: { [incidentTimeFact]: hour },
        },
      ],
      { checks: { ...costly, 'security-hole': { severity: 'critical' } } },
    );

    expect(debts).toHaveLength(10);
    expect(debts[9].check).toBe('security-hole');
  });

  it('are ten at most, two of them blind spots where there are any', () => {
    const checks = Object.fromEntries(
      Array.from({ length: 14 }, (_, i) => [`reliability-${i}`, {}]),
    );
    const fails = Object.keys(checks).map(check => [check, 'fail'] as const);
    const dark = ['observability', 'security', 'pipeline'].flatMap(burden =>
      ['a', 'b', 'c'].map(end => [`${burden}-${end}`, 'unknown'] as const),
    );

    const { debts, debtsInAll } = view(
      [
        {
          ...{ name: 'a', owner: 'checkout' },
          results: Object.fromEntries([...fails, ...dark]),
        },
      ],
      { checks },
    );

    expect(debtsInAll).toBe(17);
    expect(debts.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 8 }, () => 'check'),
      ...Array.from({ length: 2 }, () => 'blind-spot'),
    ]);
  });
});
