import { TestDatabases } from '@backstage/backend-test-utils';
import { component } from '../../database/__testUtils__/testCatalog';
import {
  createWorkbench,
  day,
  scorecard,
  start,
} from '../__testUtils__/createWorkbench';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const looser = scorecard.replace('0.15', '0.5');

describe.each(databases.eachSupportedId())('PolicyStore on %s', id => {
  const setUp = async () => createWorkbench(await databases.init(id));
  const limitOf = (policy: {
    scorecards: { checks: { expression: string }[] }[];
  }) => policy.scorecards[0].checks[1].expression.split(' ').at(-1)?.trim();

  it('brings a changed policy into force, and services are behind it', async () => {
    const bench = await setUp();
    await bench.sync([component('pay', { owner: 'a' })]);
    await bench.worker.drain();
    const [before] = await bench.knex('assessment_queue');

    bench.clock.now = start + day;
    bench.writePolicy(looser);

    expect(await bench.policy.reload()).toBe(true);
    expect(limitOf(await bench.policy.current())).toBe('0.5');
    expect(await bench.knex('assessment_queue')).toEqual([before]);
    expect(await bench.policy.status()).toMatchObject({
      behind: 1,
      inForceSince: start + day,
    });
  });

  it('does nothing where the files are the same', async () => {
    const bench = await setUp();

    bench.clock.now = start + day;
    await bench.policy.reload();

    expect(await bench.knex('policy_revisions')).toHaveLength(1);
  });

  it('keeps every check as it was where none compiles any more, and says where they fail', async () => {
    const bench = await setUp();

    bench.writePolicy(scorecard.replace(/expression: .*/g, 'expression: 1 +'));
    await bench.policy.reload();

    expect(limitOf(await bench.policy.current())).toBe('0.15');
    expect((await bench.policy.status()).documents).toMatchObject([
      { state: 'active', rules: [{ state: 'kept' }, { state: 'kept' }] },
    ]);
    expect(bench.logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^ready\.yaml:\d+:\d+: /),
    );
    expect(bench.logger.info).toHaveBeenCalledWith(
      expect.stringContaining('of 2 rules the last good policy stays'),
    );
  });

  it('keeps the last good policy where no rule is left', async () => {
    const bench = await setUp();

    bench.writePolicy('kind: PolicyTest');

    expect(await bench.policy.reload()).toBe(false);
    expect(limitOf(await bench.policy.current())).toBe('0.15');
    expect(bench.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('last good policy'),
    );
  });

  it('compiles the same on every replica, also what is kept', async () => {
    const bench = await setUp();
    bench.writePolicy(scorecard.replace('0.15', '1 +'));
    await bench.policy.reload();

    const other = bench.createStore();

    expect(await other.status()).toEqual(await bench.policy.status());
    expect(limitOf(await other.current())).toBe('0.15');
    expect(await other.reload()).toBe(false);
  });

  it('finds the policy of a past instant, also one that came back into force', async () => {
    const bench = await setUp();
    for (const [days, text] of [
      [1, looser],
      [2, scorecard],
    ] as const) {
      bench.clock.now = start + days * day;
      bench.writePolicy(text);
      await bench.policy.reload();
    }

    const at = async (instant: number) => {
      const { policy, inForce } = await bench.policy.revisionAt(instant);
      return [limitOf(policy), inForce];
    };

    expect(await at(start - 1)).toEqual(['0.15', false]);
    expect(await at(start)).toEqual(['0.15', true]);
    expect(await at(start + day)).toEqual(['0.5', true]);
    expect(await at(start + 3 * day)).toEqual(['0.15', true]);
  });
});
