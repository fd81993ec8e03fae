import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
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

/** A configuration with a folder of its own that has another policy. */
function earlierConfig(text: string) {
  const directory = mkdtempSync(join(tmpdir(), 'earlier-'));
  writeFileSync(join(directory, 'ready.yaml'), text);
  return mockServices.rootConfig({
    data: { accountability: { policy: { paths: [directory] } } },
  });
}

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

  it('is that of the replica that started last, and of those left when it is gone', async () => {
    const bench = await setUp();
    const limits: (string | undefined)[] = [];
    const say = async () => limits.push(limitOf(await bench.policy.current()));
    // One of an earlier version starts anew while others are replaced.
    const earlier = bench.createStore({ config: earlierConfig(looser) });
    await earlier.reload();
    await say();
    bench.clock.now += 50_000;
    expect(await bench.policy.reload()).toBe(false);
    await earlier.reload();
    bench.clock.now += 30_000;
    expect(await bench.policy.reload()).toBe(false);
    await say();

    bench.clock.now += 61_000;

    expect(await bench.policy.reload()).toBe(true);
    await say();
    expect(limits).toEqual(['0.5', '0.5', '0.15']);
    expect(bench.logger.info).toHaveBeenCalledWith(
      expect.stringContaining('is gone'),
    );
    // And no more than once.
    bench.clock.now += 91_000;
    expect(await bench.policy.reload()).toBe(false);
  });

  it('comes back at once where a version that says nothing of replicas brought another in', async () => {
    const bench = await setUp();
    await bench.createStore({ config: earlierConfig(looser) }).reload();
    await bench.knex('policy_revisions').update({ replica: null });
    await bench.knex('policy_replicas').delete();

    bench.clock.now += 20_000;

    expect(await bench.policy.reload()).toBe(true);
    expect(limitOf(await bench.policy.current())).toBe('0.15');
  });

  it('comes back from the one of those left that started last, and from no other', async () => {
    const bench = await setUp();
    bench.clock.now += 1000;
    const later = bench.createStore({
      config: earlierConfig(scorecard.replace('0.15', '0.3')),
    });
    await later.reload();
    bench.clock.now += 1000;
    await bench.createStore({ config: earlierConfig(looser) }).reload();

    bench.clock.now += 91_000;
    // It comes first to say that it is there, but started before the other.
    await later.reload();
    const before = limitOf(await bench.policy.current());
    bench.clock.now += 1000;
    await bench.policy.reload();

    expect(before).toBe('0.3');
    expect(limitOf(await bench.policy.current())).toBe('0.3');
  });

  it('stays where those left have nothing good', async () => {
    const bench = await setUp();
    bench.writePolicy('kind: PolicyTest');
    await bench.policy.reload();
    await bench.createStore({ config: earlierConfig(looser) }).reload();
    bench.logger.error.mockClear();

    for (let look = 0; look < 5; look++) {
      bench.clock.now += 91_000;
      await bench.policy.reload();
    }

    expect(limitOf(await bench.policy.current())).toBe('0.5');
    expect(bench.logger.error).not.toHaveBeenCalled();
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
