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

  it('brings a changed policy into force and makes every service due', async () => {
    const bench = await setUp();
    await bench.sync([component('pay', { owner: 'a' })]);
    await bench.worker.drain();
    const [before] = await bench.knex('assessment_queue');

    bench.clock.now = start + day;
    bench.writePolicy(looser);
    await bench.policy.reload();

    expect(limitOf(await bench.policy.current())).toBe('0.5');
    const [after] = await bench.knex('assessment_queue');
    expect(after.version).toBe(before.version + 1);
  });

  it('does nothing where the files are the same', async () => {
    const bench = await setUp();

    bench.clock.now = start + day;
    await bench.policy.reload();

    expect(await bench.knex('policy_revisions')).toHaveLength(1);
  });

  it('keeps the last good policy where nothing compiles, and says where it fails', async () => {
    const bench = await setUp();

    bench.writePolicy(scorecard.replace(/expression: .*/g, 'expression: 1 +'));
    await bench.policy.reload();

    expect(limitOf(await bench.policy.current())).toBe('0.15');
    expect(bench.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('last good policy'),
    );
    expect(bench.logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^ready\.yaml:\d+:\d+: /),
    );
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
