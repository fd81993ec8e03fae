import { WeeklyDigest } from '../telling';
import { startNotifications } from './__testUtils__/startNotifications';
import { notifyWeekly } from './notifyWeekly';

jest.setTimeout(60_000);

const at = Date.UTC(2026, 10, 23, 8);
const service = { entityRef: 'component:default/pay', title: 'Pay' };
const quiet = { levels: [], worse: [], better: [], due: [] };
const attest = {
  ...{ title: 'Attest ownership', service, overdue: true },
  dueAt: Date.UTC(2026, 10, 1),
};

describe('a group whose week begins', () => {
  it('has its members notified, and a week that is sent twice takes its own place', async () => {
    const { owner, notifications, read } = await startNotifications();
    const send = notifyWeekly(notifications);

    await send({ owner, at, ...quiet, due: [attest] });
    await send({ owner, at, ...quiet, due: [attest] });
    await send({ owner, at: at + 7 * 86_400_000, ...quiet, due: [attest] });

    const got = await read();
    expect(got).toHaveLength(2);
    expect(got[0]).toMatchObject({
      user: 'user:default/mock',
      payload: {
        title: 'Your week: 1 due',
        description:
          'Due by next Monday: Pay: Attest ownership (overdue since 2026-11-01).',
        link: '/catalog/default/group/checkout/accountability',
        topic: 'Accountability: your week',
        severity: 'low',
      },
    });
  });

  it.each<{
    given: string;
    digest: Partial<WeeklyDigest>;
    gives: { title: string; description: string };
  }>([
    {
      given: 'everything',
      digest: {
        due: [
          attest,
          {
            ...{ title: 'Supported runtimes', overdue: false },
            dueAt: Date.UTC(2026, 10, 27),
          },
        ],
        levels: [
          { service: 'Pay', from: 'gold', to: 'none' },
          { service: 'Ledger', from: 'bronze', to: 'silver' },
        ],
        worse: [{ service: 'Pay', check: 'Scan is fresh' }],
        better: [{ service: 'Ledger', check: 'Tests pass' }],
        worth: 'Scan is fresh (3 services, about 2 d of work)',
      },
      gives: {
        title:
          'Your week: 2 due, 2 levels changed, 1 check got worse, 1 check got better',
        description:
          'Due by next Monday: Pay: Attest ownership (overdue since 2026-11-01), Supported runtimes (2026-11-27). Levels: Pay from gold to no level, Ledger from bronze to silver. Worse: Pay Scan is fresh. Better: Ledger Tests pass. Most worth doing: Scan is fresh (3 services, about 2 d of work).',
      },
    },
    {
      given: 'more than there is room for',
      digest: {
        worse: [...'abcdefg'].map(name => ({ service: name, check: 'Scan' })),
      },
      gives: {
        title: 'Your week: 7 checks got worse',
        description: 'Worse: a Scan, b Scan, c Scan, d Scan, e Scan, 2 more.',
      },
    },
  ])('reads, of $given, $gives.title', async ({ digest, gives }) => {
    const sent: object[] = [];
    const send = notifyWeekly({
      send: async ({ payload: { title, description } }) => {
        sent.push({ title, description });
      },
    });

    await send({ owner: 'group:default/checkout', at, ...quiet, ...digest });

    expect(sent).toEqual([gives]);
  });
});
