import { prepareFacts } from '../prepareFacts';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { Bill, nothingSupplied } from '../supply';
import { ago, deployed, referenceNow } from '../testing';
import { DAY } from '../time';
import { deployedBills } from './billsOf';
import { FactContext } from './defineFact';
import { nextRunningChange } from './runningDeployments';

const bill = (report: string, days: number, given: Partial<Bill> = {}) => ({
  report,
  at: ago(days, 'd'),
  tellsDirect: false,
  components: [],
  ...given,
});

/** Done at once, so that its instant is plain. */
const runs = (
  id: string,
  days: number,
  given: Parameters<typeof deployed>[1] = {},
) =>
  deployed(id, {
    sha: id.repeat(8),
    startedAt: ago(days, 'd'),
    endedAt: ago(days, 'd'),
    ...given,
  });

function contextOf(
  records: ReturnType<typeof deployed>[],
  bills: Bill[],
): FactContext {
  const { context } = prepareFacts({
    now: referenceNow,
    service: exampleService,
    records,
    collectedKinds: [],
    sourceKinds: [],
    settings: defaultSettings,
    supply: { ...nothingSupplied, bills },
  });
  return {
    ...context,
    window: { from: referenceNow, to: referenceNow },
    environment: 'production',
    inWindow: context.records,
    contents: new Map(),
  };
}

const a = 'aaaaaaaa0123';
const b = 'bbbbbbbb0123';
const c = 'cccccccc0123';

describe('bills that stand for what runs', () => {
  it.each([
    { given: 'no bill', records: [runs('a', 2)], bills: [], gives: [] },
    {
      given: 'an older one of the commit that runs, and a newer one',
      records: [runs('a', 2)],
      bills: [bill('new', 1, { sha: b }), bill('old', 5, { sha: a })],
      gives: ['old'],
      basis: 'deployed',
    },
    {
      given: 'several of the commit that runs, one of a branch',
      records: [runs('a', 2)],
      bills: [
        bill('image', 3, { sha: a }),
        bill('code', 5, { sha: a.toUpperCase(), defaultBranch: false }),
      ],
      gives: ['image', 'code'],
      basis: 'deployed',
    },
    {
      given: 'one of what ran before, after a rollback to it',
      records: [
        runs('a', 9),
        runs('b', 5),
        runs('again', 2, { sha: 'a'.repeat(8) }),
      ],
      bills: [bill('b', 5, { sha: b }), bill('a', 9, { sha: a })],
      gives: ['a'],
      basis: 'deployed',
    },
    {
      given: 'one of what was deployed elsewhere',
      records: [runs('a', 9), runs('b', 2, { environment: 'staging' })],
      bills: [bill('b', 5, { sha: b }), bill('a', 9, { sha: a })],
      gives: ['a'],
      basis: 'deployed',
    },
    {
      given: 'none of the commit that runs',
      records: [runs('c', 2)],
      bills: [
        bill('branch', 0, { sha: 'd'.repeat(12), defaultBranch: false }),
        bill('image', 1, { sha: b }),
        bill('code', 2, { sha: b, defaultBranch: true }),
        bill('old', 5, { sha: a }),
      ],
      gives: ['image', 'code'],
      basis: 'newest',
    },
    {
      given: 'some, and what runs was deployed too long ago to be known',
      records: [runs('a', 181)],
      bills: [bill('new', 1, { sha: b }), bill('old', 5, { sha: a })],
      gives: ['new'],
      basis: 'newest',
    },
    {
      given: 'one without a commit',
      records: [runs('a', 2)],
      bills: [bill('new', 1), bill('old', 5)],
      gives: ['new'],
      basis: 'newest',
    },
    {
      given: 'those of two repositories, each deployed for itself',
      records: [runs('a', 9, { subject: 'x' }), runs('b', 2, { subject: 'y' })],
      bills: [
        bill('newer', 0, { sha: c, subject: 'x' }),
        bill('y', 5, { sha: b, subject: 'y' }),
        bill('x', 9, { sha: a, subject: 'x' }),
      ],
      gives: ['x', 'y'],
      basis: 'deployed',
    },
    {
      given: 'those of two repositories that one deployer deploys',
      records: [runs('a', 9, { subject: 'z' }), runs('b', 2, { subject: 'z' })],
      bills: [
        bill('y', 5, { sha: b, subject: 'y' }),
        bill('x', 9, { sha: a, subject: 'x' }),
      ],
      gives: ['y', 'x'],
      basis: 'deployed',
    },
    {
      given: 'one of what another deployer deployed before it was given up',
      records: [runs('a', 9, { subject: 'x' }), runs('c', 2, { subject: 'z' })],
      bills: [
        bill('new', 1, { sha: b, subject: 'x' }),
        bill('old', 9, { sha: a, subject: 'x' }),
      ],
      gives: ['new'],
      basis: 'newest',
    },
  ])('are $gives of $given', ({ records, bills, gives, basis = 'newest' }) => {
    const standing = deployedBills(contextOf(records, bills));

    expect(standing.basis).toBe(basis);
    expect(standing.bills.map(({ report }) => report).sort()).toEqual(
      [...gives].sort(),
    );
  });

  it.each([
    { given: 'nothing', records: [], gives: undefined },
    {
      given: 'one that runs, which is forgotten after 180 days',
      records: [runs('a', 30), runs('b', 190)],
      gives: referenceNow + 150 * DAY + 1,
    },
    {
      given: 'one that is said to end tomorrow',
      records: [runs('a', 30, { endedAt: ago(-1, 'd') })],
      gives: referenceNow + DAY,
    },
  ])('change with time at $gives where there is $given', given => {
    const next = nextRunningChange(contextOf(given.records, []));

    expect(next).toBe(given.gives);
  });
});
