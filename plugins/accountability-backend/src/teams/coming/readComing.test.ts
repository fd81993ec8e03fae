import { TestDatabases } from '@backstage/backend-test-utils';
import { CheckStatus } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { countStatements } from '../../database/__testUtils__/testCatalog';
import { ago, now, ref, startTeam, team } from '../__testUtils__/startTeam';
import {
  addCampaign,
  addExemption,
  addResults,
  policy,
} from '../__testUtils__/givenDue';
import { readTeamScope } from '../TeamScope';
import { ComingAsked } from './ComingAsked';
import { readComing } from './readComing';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const services: Parameters<typeof startTeam>[1] = [
  { name: 'pay', system: 'system:default/shop' },
  { name: 'fraud', owner: 'risk' },
];
const places = { pay: ref('pay'), fraud: ref('fraud') };

/** Names of services and checks with how they stand; what is not named passes. */
type Standing = Record<string, CheckStatus>;
const none: Standing = {};
const held: Standing = { 'pay scan': 'exempt' };

describe.each(databases.eachSupportedId())('what comes up on %s', id => {
  async function setUp() {
    return startTeam(await databases.init(id), services);
  }
  async function read(
    knex: Knex,
    given: Partial<ComingAsked> & { standing?: Standing } = {},
  ) {
    const { standing = {}, ...rest } = given;
    const scope = await readTeamScope(knex, {
      groups: [team('core'), team('risk')],
    });
    return readComing({
      ...{ database: knex, policy, now, attestations: [] },
      services: scope.services,
      statusOf: (entityRef, { check }) =>
        standing[`${entityRef.split('/')[1]} ${check}`] ?? 'pass',
      ...rest,
    });
  }
  const say = (items: Awaited<ReturnType<typeof read>>) =>
    items.map(
      ({ dueAt, title, todo }) =>
        `${new Date(dueAt).toISOString().slice(0, 10)} ${title}: ${todo}`,
    );

  it('is nothing where nothing is', async () => {
    expect(await read(await setUp())).toEqual([]);
  });

  it.each([
    {
      given: 'one without which a check would not pass',
      exemption: { requested: 9, expires: -7 },
      standing: held,
      gives: [
        '2026-11-30 The exemption of “Scanned” ends: Pay would not pass today: make it pass, or ask for the exemption to go on',
      ],
    },
    {
      given: 'one of a check that passes by now',
      exemption: { requested: 9, expires: -7 },
      standing: none,
      gives: [
        '2026-11-30 The exemption of “Scanned” ends: Of Pay; it is not needed any more',
      ],
    },
    {
      given: 'one of the system of a service',
      exemption: {
        ...{ requested: 9, expires: -60, by: 'system' },
        of: 'system:default/shop',
      },
      standing: held,
      gives: [
        '2027-01-22 The exemption of “Scanned” ends: Pay would not pass today: make it pass, or ask for the exemption to go on',
      ],
    },
    {
      given: 'one that ends in 61 days',
      exemption: { requested: 9, expires: -61 },
      standing: none,
      gives: [],
    },
    {
      given: 'one that nobody approved',
      exemption: { requested: 9, expires: -7, approved: false },
      standing: none,
      gives: [],
    },
    {
      given: 'one that ended',
      exemption: { requested: 9, expires: 1 },
      standing: none,
      gives: [],
    },
    {
      given: 'one of a service that is not asked about',
      exemption: { requested: 9, expires: -7, of: ref('index') },
      standing: none,
      gives: [],
    },
  ])('of exemptions is $gives, of $given', async given => {
    const knex = await setUp();
    await addExemption(knex, given.exemption);

    expect(say(await read(knex, { standing: given.standing }))).toEqual(
      given.gives,
    );
  });

  it('is exemptions of one calendar week together, of two apart', async () => {
    const knex = await setUp();
    const given = { requested: 9, of: places.pay };
    // Monday, Sunday and the Monday after.
    await addExemption(knex, { ...given, id: 'a', expires: -7 });
    await addExemption(knex, { ...given, id: 'b', expires: -13, check: 'eol' });
    await addExemption(knex, { ...given, id: 'c', expires: -14, check: 'far' });

    expect(
      say(await read(knex, { standing: { 'pay eol': 'exempt' } })),
    ).toEqual([
      '2026-11-30 2 exemptions end: Without 1 of them a check would not pass today',
      '2026-12-07 The exemption of “Far” ends: Of Pay; it is not needed any more',
    ]);
  });

  it('is attestations that come due, by week, of services that are asked about', async () => {
    const knex = await setUp();
    const of = (entityRef: string, owner: string, days: number) => ({
      ...{ entityRef, owner: team(owner), at: ago(-days) },
    });
    const attestations = [
      of(places.pay, 'core', 8),
      of(places.fraud, 'risk', 7),
      of(ref('index'), 'search', 8),
    ];

    expect(say(await read(knex, { attestations }))).toEqual([
      '2026-11-30 2 attestations come due: 2 groups are to say whether they stand for 2 services',
    ]);
    expect(
      say(await read(knex, { attestations: [of(places.pay, 'core', 60)] })),
    ).toEqual([
      '2027-01-22 An attestation comes due: The group of Pay is to say whether it stands for it',
    ]);
    expect(
      await read(knex, { attestations: [of(places.pay, 'core', 61)] }),
    ).toEqual([]);
  });

  it('is checks that are enforced and would not pass, and targets of campaigns with something left', async () => {
    const knex = await setUp();
    await addResults(knex, { pay: { scan: 'fail' }, fraud: { scan: 'pass' } });
    await addCampaign(knex, { id: 'soon', target: -20 });
    await addCampaign(knex, { id: 'late', target: 2 });
    await addCampaign(knex, { id: 'far', target: -70 });

    const items = await read(knex, {
      standing: { 'pay eol': 'warn', 'fraud far': 'fail' },
    });

    expect(say(items)).toEqual([
      '2026-12-13 Scan: Bring 1 result to pass, of 1 of 2 services: about 0.5 days of work',
      '2027-01-15 “Supported” is enforced: Make it pass before then: 1 of 2 services would fail today',
    ]);
    expect(items.map(({ where }) => where)).toEqual([
      { page: 'campaign', of: 'soon' },
      { page: 'scorecard', of: 'ready' },
    ]);
  });

  it('takes five statements at most', async () => {
    const knex = await setUp();
    await addResults(knex, { pay: { scan: 'fail' } });
    await addCampaign(knex, { id: 'soon', target: -20, scope: {} });
    await addExemption(knex, { requested: 9, expires: -7 });
    const { services: asked } = await readTeamScope(knex, {
      groups: [team('core')],
    });
    const statements = countStatements(knex);

    await readComing({
      ...{ database: knex, policy, now, attestations: [], services: asked },
      statusOf: () => 'exempt',
    });

    expect(statements.all).toBeLessThanOrEqual(5);
  });
});
