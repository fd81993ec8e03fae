import { DueAttestation } from 'backstage-plugin-accountability-common';
import { startNotifications } from './__testUtils__/startNotifications';
import { notifyGroup } from './notifyGroup';

jest.setTimeout(60_000);

const due = (title: string, owner: string): DueAttestation => ({
  entityRef: `component:default/${title}`,
  title,
  owner,
  everyDays: 180,
  due: { state: 'due', at: 0, since: 0, because: '' },
});

describe('a group that is asked to attest', () => {
  it('has its members notified, by the newest of what they have not read', async () => {
    const { owner, notifications, read } = await startNotifications();
    const ask = notifyGroup(notifications);

    await ask({ owner, services: [due('pay', owner)] });
    await ask({
      owner,
      services: 'abcdefg'.split('').map(title => due(title, owner)),
    });

    expect(await read()).toMatchObject([
      {
        user: 'user:default/mock',
        origin: expect.stringContaining('accountability'),
        payload: {
          title: 'Are these 7 services still yours?',
          description:
            'a, b, c, d, e, 2 more: say on the page of your group whether you stand for them.',
          link: '/catalog/default/group/checkout/accountability',
          topic: 'Accountability: attestation',
        },
      },
    ]);
  });
});
