import { RegressionDigest } from '../telling';
import { startNotifications } from './__testUtils__/startNotifications';
import { notifyRegressions } from './notifyRegressions';

jest.setTimeout(60_000);

type Service = RegressionDigest['services'][number];

const service = (title: string, given: Partial<Service> = {}): Service => ({
  title,
  checks: ['Scan is fresh'],
  levels: [],
  ...given,
});
const policy = (
  checks: RegressionDigest['policy']['checks'] = [],
  fallen = 0,
) => ({ checks, fallen });

describe('a group of whose services checks turned to fail', () => {
  it('has its members notified, and a digest that is sent twice takes its own place', async () => {
    const { owner, notifications, read } = await startNotifications();
    const send = notifyRegressions(notifications);
    const digest = { owner, services: [service('Pay')], policy: policy() };

    await send({ ...digest, round: 0 });
    await send({ ...digest, round: 0 });
    await send({ ...digest, services: [service('Ledger')], round: 1 });

    const got = await read();
    expect(got).toHaveLength(2);
    expect(got).toMatchObject([
      {
        user: 'user:default/mock',
        payload: {
          title: 'Ledger: 1 check fails since lately',
          description: 'Ledger: Scan is fresh.',
          link: '/catalog/default/group/checkout/accountability',
          topic: 'Accountability: regressions',
        },
      },
      { payload: { title: 'Pay: 1 check fails since lately' } },
    ]);
  });

  it.each<{
    given: string;
    digest: Pick<RegressionDigest, 'services' | 'policy'>;
    gives: { title: string; description: string };
  }>([
    {
      given: 'a service that fell a level with its check',
      digest: {
        services: [
          service('Pay', { levels: [{ from: 'gold', to: 'silver' }] }),
        ],
        policy: policy(),
      },
      gives: {
        title: 'Pay: 1 check fails since lately',
        description: 'Pay: back to silver, Scan is fresh.',
      },
    },
    {
      given: 'a service that only fell, to none',
      digest: {
        services: [
          service('Pay', {
            checks: [],
            levels: [{ from: 'bronze', to: 'none' }],
          }),
        ],
        policy: policy(),
      },
      gives: {
        title: 'Pay is on a lower level',
        description: 'Pay: no level any more, was bronze.',
      },
    },
    {
      given: 'many services',
      digest: {
        services: [...'abcdefg'].map(t => service(t)),
        policy: policy(),
      },
      gives: {
        title: '7 checks fail since lately, of 7 services',
        description: `${[...'abcde']
          .map(name => `${name}: Scan is fresh.`)
          .join(' ')} 2 more services.`,
      },
    },
    {
      given: 'a change of policy',
      digest: {
        services: [],
        policy: policy(
          [
            { title: 'Scan is fresh', services: 11 },
            { title: 'Owner attested', services: 1 },
          ],
          2,
        ),
      },
      gives: {
        title: 'After a change of policy 12 of your checks fail',
        description:
          'After a change of policy 12 of your checks fail: Scan is fresh (11 services), Owner attested (1 service); 2 services on a lower level.',
      },
    },
  ])('reads, of $given, $gives.title', async ({ digest, gives }) => {
    const sent: object[] = [];
    const send = notifyRegressions({
      send: async ({ payload: { title, description } }) => {
        sent.push({ title, description });
      },
    });

    await send({ owner: 'group:default/checkout', round: 0, ...digest });

    expect(sent).toEqual([gives]);
  });
});
