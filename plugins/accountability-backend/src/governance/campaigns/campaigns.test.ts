import { TestDatabases } from '@backstage/backend-test-utils';
import { migrate } from '../../database/__testUtils__/testCatalog';
import {
  CampaignOutcome,
  CampaignPlan,
  changeCampaign,
  createCampaign,
  readCampaign,
  readCampaigns,
  turnCampaign,
} from '.';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const DAY = 86_400_000;
const start = Date.UTC(2026, 10, 23);
const after = (days: number) => start + days * DAY;
const known = [{ scorecard: 'ready', check: 'scan' }];
const by = 'user:default/kim';
const reason = 'A release came between.';
const plan: CampaignPlan = {
  title: 'Scan everything',
  description: 'Because of last spring.',
  checks: known,
  scope: { kind: 'Component' },
  owner: 'group:default/platform',
  targetAt: after(90),
  milestones: [
    { title: 'Half', at: after(30), share: 0.5 },
    { title: 'Most', at: after(60), share: 0.9 },
  ],
  remindEveryDays: 7,
};

/** The sentence by which something was refused. */
function refusal(outcome: CampaignOutcome | undefined): string {
  if (outcome && 'conflict' in outcome) return `conflict: ${outcome.conflict}`;
  if (outcome && 'fault' in outcome) return `fault: ${outcome.fault}`;
  return outcome ? 'none' : 'missing';
}

describe.each(databases.eachSupportedId())('campaigns on %s', id => {
  async function setUp() {
    const knex = await databases.init(id);
    await migrate(knex);
    const create = async (more: Partial<CampaignPlan> = {}) => {
      const outcome = await createCampaign(knex, {
        plan: { ...plan, ...more },
        known,
        by,
        at: start,
      });
      if (!('campaign' in outcome)) throw new Error(refusal(outcome));
      return outcome.campaign;
    };
    const turn = (of: string, state: 'active' | 'ended', at = start) =>
      knex.transaction(trx =>
        turnCampaign(trx, { id: of, state, known, by, at }),
      );
    const change = (
      of: string,
      more: Partial<CampaignPlan>,
      given: { at?: number; reason?: string } = {},
    ) =>
      knex.transaction(trx =>
        changeCampaign(trx, {
          id: of,
          plan: { ...plan, ...more },
          known,
          by,
          at: start,
          ...given,
        }),
      );
    return { knex, create, turn, change };
  }

  it('begin as drafts and are read as they were written', async () => {
    const { knex, create } = await setUp();

    const { id: written, ...campaign } = await create();

    expect(campaign).toEqual({ ...plan, state: 'draft', createdAt: start });
    expect(await readCampaign(knex, { id: written })).toEqual({
      id: written,
      ...campaign,
    });
    expect(await readCampaign(knex, { id: 'none' })).toBeUndefined();
  });

  it('go from draft to active to ended and nowhere else', async () => {
    const { create, turn } = await setUp();
    const { id: written } = await create();

    const said = [];
    for (const state of [
      'ended',
      'active',
      'active',
      'ended',
      'active',
      'ended',
    ] as const) {
      said.push(refusal(await turn(written, state)));
    }

    expect(said).toEqual([
      'conflict: The campaign "Scan everything" is a draft, and only an active one can be ended',
      'none',
      'conflict: The campaign "Scan everything" is active, and only a draft can be started',
      'none',
      'conflict: The campaign "Scan everything" is ended, and only a draft can be started',
      'conflict: The campaign "Scan everything" is ended, and only an active one can be ended',
    ]);
    expect(refusal(await turn('none', 'active'))).toBe('missing');
  });

  it('start only while what they say still holds', async () => {
    const { create, turn } = await setUp();
    const { id: written } = await create();

    expect(refusal(await turn(written, 'active', after(31)))).toBe(
      'conflict: The draft "Scan everything" cannot start as it is written. The milestone "Half" must lie between now and targetAt',
    );
  });

  it('are all open to change as drafts', async () => {
    const { create, change } = await setUp();
    const { id: written } = await create();

    const outcome = await change(written, {
      title: 'Scan more',
      description: undefined,
      scope: undefined,
      owner: undefined,
      milestones: [],
      targetAt: after(10),
      remindEveryDays: 0,
    });

    expect(outcome).toEqual({
      campaign: {
        id: written,
        title: 'Scan more',
        checks: known,
        state: 'draft',
        createdAt: start,
        targetAt: after(10),
        milestones: [],
        remindEveryDays: 0,
      },
    });
  });

  it.each<{
    given: string;
    more: Partial<CampaignPlan>;
    reason?: string;
    gives: string;
  }>([
    {
      given: 'another title, description and rhythm',
      more: { title: 'Scan', description: undefined, remindEveryDays: 14 },
      gives: 'none',
    },
    {
      given: 'another milestone that is yet to come',
      more: {
        milestones: [
          plan.milestones[0],
          { title: 'All', at: after(80), share: 1 },
        ],
      },
      gives: 'none',
    },
    {
      given: 'a later target with a reason',
      more: { targetAt: after(120) },
      reason,
      gives: 'none',
    },
    {
      given: 'a later target without one',
      more: { targetAt: after(120) },
      gives:
        'fault: A target that is put off needs a reason of 10 to 2000 characters: say what came between',
    },
    {
      given: 'an earlier target',
      more: { targetAt: after(80) },
      reason,
      gives:
        'conflict: The campaign "Scan everything" is active, so that its target may only be put off, not brought forward',
    },
    {
      given: 'another milestone in place of one that is over',
      more: { milestones: plan.milestones.slice(1) },
      gives:
        'conflict: Milestones of "Scan everything" that are over must stay as they are; change those that are yet to come',
    },
    {
      given: 'a milestone in the past',
      more: {
        milestones: [
          plan.milestones[0],
          { title: 'Late', at: after(35), share: 0.6 },
        ],
      },
      gives: 'fault: The milestone "Late" must lie between now and targetAt',
    },
    ...(['checks', 'scope', 'owner'] as const)
      .map(part => ({
        given: `another ${part}`,
        more: {
          checks: [...known, { scorecard: 'ready', check: 'tests' }],
          scope: { kind: 'API' },
          owner: 'group:default/other',
        },
        part,
        gives: `conflict: The campaign "Scan everything" is active, so that its ${part} must stay; end it and write a new one`,
      }))
      .map(({ part, more, ...one }) => ({
        ...one,
        more: { [part]: more[part] },
      })),
  ])('answer $gives to $given once they are active', async given => {
    const { create, turn, change } = await setUp();
    const { id: written } = await create();
    await turn(written, 'active');

    const outcome = await change(written, given.more, {
      reason: given.reason,
      at: after(40),
    });

    expect(refusal(outcome)).toBe(given.gives);
  });

  it('keep how their target was put off, in its order', async () => {
    const { knex, create, turn, change } = await setUp();
    const { id: written } = await create();
    await turn(written, 'active');

    await change(written, { targetAt: after(100) }, { reason });
    await change(written, { targetAt: after(110) }, { reason });
    await change(written, { targetAt: after(110), title: 'x' });

    expect((await readCampaign(knex, { id: written }))?.moves).toEqual([
      { at: start, from: after(90), to: after(100), reason },
      { at: start + 1, from: after(100), to: after(110), reason },
    ]);
  });

  it('let their words be changed after their target and where policy lost their check', async () => {
    const { knex, create, turn } = await setUp();
    const { id: written } = await create();
    await turn(written, 'active');

    const outcome = await knex.transaction(trx =>
      changeCampaign(trx, {
        id: written,
        plan: { ...plan, title: 'Late' },
        known: [],
        by,
        at: after(91),
      }),
    );

    expect(refusal(outcome)).toBe('none');
  });

  it('stay as they are once they ended', async () => {
    const { create, turn, change } = await setUp();
    const { id: written } = await create();
    await turn(written, 'active');
    await turn(written, 'ended');

    expect(refusal(await change(written, {}))).toMatch(
      /^conflict: .* has ended/,
    );
    expect(refusal(await change('none', {}))).toBe('missing');
  });

  it('are read active first, then drafts, then ended ones, the nearest target first', async () => {
    const { knex, create, turn } = await setUp();
    const titles = ['ended', 'draft', 'late', 'soon'];
    for (const [i, title] of titles.entries()) {
      const { id: written } = await create({ title, targetAt: after(99 - i) });
      if (title !== 'draft') await turn(written, 'active');
      if (title === 'ended') await turn(written, 'ended');
    }

    const all = await readCampaigns(knex);
    const active = await readCampaigns(knex, { state: 'active' });

    expect(all.map(({ title }) => title)).toEqual([
      'soon',
      'late',
      'draft',
      'ended',
    ]);
    expect(active.map(({ title }) => title)).toEqual(['soon', 'late']);
  });

  it('let one of two replicas turn a draft', async () => {
    const { create, turn } = await setUp();
    const { id: written } = await create();

    const outcomes = await Promise.all([
      turn(written, 'active'),
      turn(written, 'active'),
    ]);

    expect(outcomes.map(refusal).sort()[1]).toBe('none');
    expect(outcomes.map(refusal).sort()[0]).toMatch(/^conflict/);
  });
});
