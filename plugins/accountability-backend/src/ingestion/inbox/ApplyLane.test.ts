import { ReadDelivery } from './applyDeliveries';
import { ApplyLane } from './ApplyLane';

const delivery = (id: string): ReadDelivery => ({
  id,
  source: 'test',
  receivedAt: 0,
  collected: {
    status: 'accepted',
    events: [
      { kind: 'alert', record: id, subject: 'a', at: 0, state: 'firing' },
    ],
  },
});

function lane(
  options: {
    mostEvents?: number;
    lingerMs?: number;
    lingerAtMostMs?: number;
  } = {},
) {
  const batches: string[][] = [];
  const created = new ApplyLane({
    batch: 2,
    mostEvents: 10,
    lingerMs: 20,
    lingerAtMostMs: 10_000,
    ...options,
    apply: async deliveries => {
      batches.push(deliveries.map(({ id }) => id));
    },
  });
  return { lane: created, batches };
}

describe('ApplyLane', () => {
  it('applies in the order of arrival, so many at once', async () => {
    const { lane: one, batches } = lane();

    ['a', 'b', 'c'].forEach(id => one.offer(delivery(id)));
    await one.settled();

    expect(batches).toEqual([['a', 'b'], ['c']]);
  });

  it('takes no more than fits, and takes again once there is room', async () => {
    const { lane: one, batches } = lane({ mostEvents: 2 });

    const first = ['a', 'b', 'c'].map(id => one.offer(delivery(id)));
    await one.settled();
    const second = one.offer(delivery('d'));
    await one.settled();

    expect(first).toEqual([true, true, false]);
    expect(second).toBe(true);
    expect(batches).toEqual([['a', 'b'], ['d']]);
  });

  it('waits for a pause of its sender, also of one whose deliveries do not fit any more', async () => {
    const { lane: one, batches } = lane({ mostEvents: 1, lingerMs: 100 });

    const sent = setInterval(() => one.offer(delivery('more')), 5);
    one.offer(delivery('a'));
    await new Promise(done => setTimeout(done, 300));
    const whileSending = [...batches];
    clearInterval(sent);
    await one.settled();

    expect(whileSending).toEqual([]);
    expect(batches[0]).toEqual(['a']);
  });

  it('does not wait for ever for a sender that never pauses', async () => {
    const { lane: one, batches } = lane({ lingerAtMostMs: 30 });

    const sent = setInterval(() => one.offer(delivery('more')), 5);
    one.offer(delivery('a'));
    await new Promise(done => setTimeout(done, 300));
    clearInterval(sent);
    await one.settled();

    expect(batches[0]).toContain('a');
    expect(batches.length).toBeGreaterThan(1);
  });
});
