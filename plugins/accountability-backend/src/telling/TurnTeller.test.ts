import { setTimeout as sleep } from 'timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { Turned } from '../assessment';
import { TurnTeller } from './TurnTeller';

const turned = (name: string, stands = true): Turned => ({
  entityRef: `component:default/${name}`,
  at: 0,
  transitions: [],
  stands,
});
const names = (count: number) =>
  Array.from({ length: count }, (_, i) => turned(`s${i}`));

function setUp(given: { nameServices?: boolean; isDown?: boolean } = {}) {
  const told: unknown[] = [];
  const signalled: unknown[] = [];
  const logger = mockServices.logger.mock();
  const teller = TurnTeller.create({
    events: {
      publish: async ({ topic, eventPayload }) => {
        if (given.isDown) throw new Error('The bus is away');
        told.push({ topic, eventPayload });
      },
    },
    signals: {
      publish: async signal => {
        signalled.push(signal);
      },
    },
    logger,
    nameServices: given.nameServices ?? true,
    restMs: 5,
  });
  return { teller, told, signalled, logger };
}

describe('what turned', () => {
  it('is told together, each service once', async () => {
    const { teller, told, signalled } = setUp();

    teller.tell([turned('a'), turned('b')]);
    teller.tell([turned('a')]);
    await sleep(30);

    const entityRefs = ['component:default/a', 'component:default/b'];
    expect(told).toEqual([
      { topic: 'accountability.standing', eventPayload: { entityRefs } },
    ]);
    expect(signalled).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'accountability',
        message: { entityRefs },
      },
    ]);
  });

  it('is told to pages only where just facts moved', async () => {
    const { teller, told, signalled } = setUp();

    teller.tell([turned('a', false)]);
    await teller.stop();

    expect(told).toEqual([]);
    expect(signalled).toHaveLength(1);
  });

  it('is told in events of 500 services, and to pages without names where it is more than 100', async () => {
    const { teller, told, signalled } = setUp();

    teller.tell(names(1001));
    await teller.stop();

    expect(told).toMatchObject([
      { eventPayload: { entityRefs: { length: 500 } } },
      { eventPayload: { entityRefs: { length: 500 } } },
      { eventPayload: { entityRefs: { length: 1 } } },
    ]);
    expect(signalled).toMatchObject([{ message: { many: true } }]);
  });

  it('is told to pages without names where those are not for everybody', async () => {
    const { teller, signalled } = setUp({ nameServices: false });

    teller.tell([turned('a')]);
    await teller.stop();

    expect(signalled).toMatchObject([{ message: { many: true } }]);
  });

  it('is told at the stop, and nothing after it', async () => {
    const { teller, told } = setUp();

    teller.tell([turned('a')]);
    await teller.stop();
    teller.tell([turned('b')]);
    await sleep(30);

    expect(told).toHaveLength(1);
  });

  it('throws at nobody where the bus is away, and is logged', async () => {
    const { teller, logger } = setUp({ isDown: true });

    teller.tell([turned('a')]);
    await teller.stop();

    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^Of 1 services/),
      expect.objectContaining({ message: 'The bus is away' }),
    );
  });
});
