import { Exemption } from 'backstage-plugin-accountability-common';
import { ExemptionNotice } from '../governance';
import { startNotifications } from './__testUtils__/startNotifications';
import { notifyOfExemptions } from './notifyOfExemptions';

jest.setTimeout(60_000);

const kim = 'user:default/mock';
const lee = 'user:default/lee';
const end = Date.UTC(2026, 11, 15);

const exemption = (given: Partial<Exemption> = {}): Exemption => ({
  id: 'a',
  scorecard: 'ready',
  check: 'owned',
  subject: { by: 'service', ref: 'component:default/payments' },
  reason: 'The team is being formed anew',
  requestedBy: kim,
  requestedAt: 0,
  expiresAt: end,
  renewals: 0,
  ...given,
});

async function sentFor(notice: Omit<ExemptionNotice, 'recipient'>) {
  const sent: object[] = [];
  await notifyOfExemptions({
    send: async ({ recipients, payload }) => {
      const { title, description } = payload;
      sent.push({ recipients, title, description });
    },
  })({ ...notice, recipient: kim });
  return sent;
}

describe('who is told of exemptions', () => {
  it('has the notification, and of what ends soon the newest alone', async () => {
    const { owner, notifications, read } = await startNotifications();
    const tell = notifyOfExemptions(notifications);
    const [one, other] = [exemption(), exemption({ id: 'b' })];

    await tell({ about: 'ending', recipient: owner, exemptions: [one] });
    await tell({ about: 'ending', recipient: owner, exemptions: [one, other] });
    await tell({ about: 'requested', recipient: owner, exemptions: [one] });
    await tell({ about: 'requested', recipient: owner, exemptions: [other] });

    const got = await read();
    expect(
      got.map((each: { payload: { title: string } }) => each.payload.title),
    ).toEqual([
      'An exemption from ready/owned is asked for',
      'An exemption from ready/owned is asked for',
      '2 exemptions end soon',
    ]);
    expect(got[0]).toMatchObject({
      user: kim,
      payload: {
        link: '/accountability/exemptions',
        topic: 'Accountability: exemptions',
      },
    });
  });

  it.each<{
    given: string;
    about: ExemptionNotice['about'];
    exemptions: Exemption[];
    title: string;
    description: string;
  }>([
    {
      given: 'a request, with its last day',
      about: 'requested',
      exemptions: [exemption()],
      title: 'An exemption from ready/owned is asked for',
      description:
        'For component:default/payments, until 2026-12-14: The team is being formed anew',
    },
    {
      given: 'an approval',
      about: 'decided',
      exemptions: [
        exemption({ decision: { verdict: 'approved', by: lee, at: 1 } }),
      ],
      title: 'Your exemption from ready/owned is approved',
      description: 'It holds for component:default/payments until 2026-12-14.',
    },
    {
      given: 'a denial with its reason',
      about: 'decided',
      exemptions: [
        exemption({
          decision: {
            verdict: 'denied',
            by: lee,
            at: 1,
            reason: 'Name an owner.',
          },
        }),
      ],
      title: 'Your exemption from ready/owned is denied',
      description:
        'The check counts for component:default/payments as before: Name an owner.',
    },
    {
      given: 'a revocation',
      about: 'revoked',
      exemptions: [
        exemption({ revoked: { by: lee, at: 1, reason: 'It is mended.' } }),
      ],
      title: 'Your exemption from ready/owned is revoked',
      description:
        'The check counts for component:default/payments again: It is mended.',
    },
    {
      given: 'one that ends during a day',
      about: 'ending',
      exemptions: [exemption({ expiresAt: end + 1 })],
      title: 'The exemption from ready/owned ends on 2026-12-15',
      description:
        'ready/owned for component:default/payments on 2026-12-15: mend what the checks ask for, or renew.',
    },
  ])('hears of $given', async ({ about, exemptions, title, description }) => {
    expect(await sentFor({ about, exemptions })).toEqual([
      {
        recipients: { type: 'entity', entityRef: kim },
        title,
        description,
      },
    ]);
  });
});
