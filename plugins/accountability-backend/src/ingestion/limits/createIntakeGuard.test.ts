import { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import express, { NextFunction, Request, Response } from 'express';
import fc from 'fast-check';
import { IntakeLimits } from './IntakeLimits';
import { TooManyDeliveriesError } from './TooManyDeliveriesError';
import { createIntakeGuard } from './createIntakeGuard';

const usual = { perMinute: 2, refusedPerMinute: 3, knowsAddresses: true };

/** A request: of whom, and what is answered to it once it passed. */
interface Sent {
  source?: string;
  caller?: string;
  from?: string;
  answer?: number;
}

/** An intake that answers as it is told to. Its proxy is trusted, so that a test can say where a request comes from. */
async function start(limits: Partial<IntakeLimits> = {}, windowMs?: number) {
  const guard = createIntakeGuard({ ...usual, ...limits }, { windowMs });
  const app = express();
  app.set('trust proxy', true);
  app.post('/', async (req, res, next) => {
    const { source = 'github', caller, answer } = req.query;
    try {
      await guard(req, res, {
        source: `${source}`,
        caller: caller === undefined ? undefined : `${caller}`,
      });
      res.status(Number(answer)).end();
    } catch (error) {
      next(error);
    }
  });
  app.use((error: unknown, _: Request, res: Response, next: NextFunction) => {
    if (error instanceof TooManyDeliveriesError) res.status(429).end();
    else next(error);
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const address = server.address();
  const { port }: Pick<AddressInfo, 'port'> =
    typeof address === 'object' && address ? address : { port: 0 };
  const send = async ({ from, answer = 202, ...rest }: Sent) =>
    fetch(
      `http://127.0.0.1:${port}/?${new URLSearchParams({
        ...rest,
        answer: `${answer}`,
      })}`,
      { method: 'POST', headers: from ? { 'x-forwarded-for': from } : {} },
    );
  return {
    send,
    sendAll: async (all: readonly Sent[]) => {
      const statuses: number[] = [];
      for (const sent of all) statuses.push((await send(sent)).status);
      return statuses;
    },
    close: () => new Promise(resolve => server.close(resolve)),
  };
}

const times = (count: number, sent: Sent) => Array<Sent>(count).fill(sent);

describe('createIntakeGuard', () => {
  it.each<{
    given: string;
    limits?: Partial<IntakeLimits>;
    sent: Sent[];
    gives: number[];
  }>([
    {
      given: 'a source that sends more than it may',
      sent: times(3, {}),
      gives: [202, 202, 429],
    },
    {
      given: 'a source beside another one that sent too much',
      sent: [...times(3, {}), { source: 'gitlab' }],
      gives: [202, 202, 429, 202],
    },
    {
      given: 'callers of one source, each by itself',
      sent: ['ci', 'ci', 'ci', 'importer'].map(caller => ({ caller })),
      gives: [202, 202, 429, 202],
    },
    {
      given: 'deliveries that failed on our side, which do not count',
      sent: [...times(3, { answer: 503 }), ...times(3, {})],
      gives: [503, 503, 503, 202, 202, 429],
    },
    {
      given: 'a stranger, who is sent away and uses up nothing of the sender',
      sent: [
        ...times(4, { answer: 401, from: '203.0.113.9' }),
        ...times(3, { from: '198.51.100.7' }),
      ],
      gives: [401, 401, 401, 429, 202, 202, 429],
    },
    {
      given: 'a sender that is well, which no refusals wait for',
      limits: { perMinute: 9 },
      sent: times(5, { from: '198.51.100.7' }),
      gives: [202, 202, 202, 202, 202],
    },
    {
      given: 'strangers of one network of IPv6 as one',
      sent: [1, 2, 3, 4].map(host => ({
        answer: 401,
        from: `2001:db8:1:2::${host}`,
      })),
      gives: [401, 401, 401, 429],
    },
    {
      given: 'refusals from behind a proxy that nobody said is one',
      limits: { knowsAddresses: false },
      sent: times(5, { answer: 401, from: '203.0.113.9' }),
      gives: [401, 401, 401, 401, 401],
    },
  ])('limits $given', async ({ limits, sent, gives }) => {
    const intake = await start(limits);

    const statuses = await intake.sendAll(sent);

    expect(statuses).toEqual(gives);
    await intake.close();
  });

  it('says after how many seconds to send again, and takes it then', async () => {
    const intake = await start({}, 1000);
    await intake.sendAll(times(2, {}));

    const limited = await intake.send({});
    await setTimeout(1100);
    const later = await intake.send({});

    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('1');
    expect(later.status).toBe(202);
    await intake.close();
  });

  it('tells nobody how much a source sends', async () => {
    const intake = await start();

    const { headers } = await intake.send({ answer: 401 });

    expect([...headers.keys()].filter(name => /limit/.test(name))).toEqual([]);
    await intake.close();
  });

  it('takes as many of each source as it may, whatever strangers send between', async () => {
    const sent = fc.array(
      fc.record({
        source: fc.constantFrom('github', 'gitlab'),
        answer: fc.constantFrom(202, 401),
      }),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(sent, async all => {
        const intake = await start({ refusedPerMinute: 1000 });
        const statuses = await intake.sendAll(all);
        await intake.close();
        for (const source of ['github', 'gitlab']) {
          const own = all.flatMap((each, n) =>
            each.source === source && each.answer === 202 ? statuses[n] : [],
          );
          const taken = own.filter(status => status === 202).length;
          expect(taken).toBe(Math.min(own.length, usual.perMinute));
        }
      }),
      { numRuns: 25 },
    );
  });
});
