import { DeliveryBatcher } from './DeliveryBatcher';
import { VerifiedDelivery } from '../VerifiedDelivery';

const delivery = (id: string, events = 0): VerifiedDelivery => ({
  source: 's',
  id,
  dedupeKey: id,
  receivedAt: 1,
  headers: {},
  body: Buffer.alloc(0),
  collected: {
    status: 'accepted',
    events: Array.from({ length: events }, (_, n) => ({
      kind: 'alert',
      record: `${n}`,
      subject: 'a',
      at: 1,
      state: 'firing',
    })),
  },
});

function setUp() {
  const transactions: string[][] = [];
  const batcher = new DeliveryBatcher(async deliveries => {
    transactions.push(deliveries.map(({ id }) => id));
    await new Promise(resolve => setImmediate(resolve));
    if (deliveries.some(({ id }) => id === 'bad')) throw new Error('broken');
    return deliveries.map(({ id }) => ({
      id,
      verdict: { status: 'accepted' },
      events: 0,
      duplicate: false,
      refused: [],
    }));
  });
  return { batcher, transactions };
}

describe('DeliveryBatcher', () => {
  it('stores together what came while the transaction before ran', async () => {
    const { batcher, transactions } = setUp();

    const answers = await Promise.all(
      ['a', 'b', 'c'].map(id => batcher.add(delivery(id))),
    );

    expect(transactions).toEqual([['a'], ['b', 'c']]);
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('lets a delivery that cannot be stored fail alone', async () => {
    const { batcher } = setUp();

    const answers = await Promise.allSettled(
      ['a', 'b', 'bad', 'c'].map(id => batcher.add(delivery(id))),
    );

    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it('goes on after a failure', async () => {
    const { batcher } = setUp();
    await expect(batcher.add(delivery('bad'))).rejects.toThrow('broken');

    expect(await batcher.add(delivery('a'))).toMatchObject({ id: 'a' });
  });

  it('stores a large delivery apart', async () => {
    const { batcher, transactions } = setUp();

    await Promise.all([
      batcher.add(delivery('a')),
      batcher.add(delivery('large', 1000)),
      batcher.add(delivery('b')),
    ]);

    expect(transactions).toEqual([['a'], ['large'], ['b']]);
  });

  it('stores at most 100 in one transaction', async () => {
    const { batcher, transactions } = setUp();

    await Promise.all(
      Array.from({ length: 202 }, (_, n) => batcher.add(delivery(`${n}`))),
    );

    expect(transactions.map(({ length }) => length)).toEqual([1, 100, 100, 1]);
  });
});
