import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import {
  NotificationService,
  notificationService,
} from '@backstage/plugin-notifications-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DueAttestation } from 'backstage-plugin-accountability-common';
import request from 'supertest';
import { notifyGroup } from './notifyGroup';

jest.setTimeout(60_000);

const owner = 'group:default/checkout';
const due = (title: string): DueAttestation => ({
  entityRef: `component:default/${title}`,
  title,
  owner,
  everyDays: 180,
  due: { state: 'due', at: 0, since: 0, because: '' },
});

/** Backstage's own notifications, and the service by which a plugin sends them. */
async function startNotifications() {
  let service: NotificationService | undefined;
  const { server } = await startTestBackend({
    features: [
      notificationsPlugin,
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://localhost:3000' } },
      }),
      createBackendPlugin({
        pluginId: 'accountability',
        register: env =>
          env.registerInit({
            deps: { notifications: notificationService },
            init: async ({ notifications }) => {
              service = notifications;
            },
          }),
      }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Group',
            metadata: { name: 'checkout' },
            spec: { type: 'team', children: [] },
            relations: [{ type: 'hasMember', targetRef: 'user:default/mock' }],
          },
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: 'mock' },
            spec: {},
            relations: [{ type: 'memberOf', targetRef: owner }],
          },
        ],
      }),
    ],
  });
  if (!service) throw new Error('The plugin did not start');
  return { server, ask: notifyGroup(service) };
}

describe('a group that is asked to attest', () => {
  it('has its members notified, by the newest of what they have not read', async () => {
    const { server, ask } = await startNotifications();

    await ask({ owner, services: [due('pay')] });
    await ask({ owner, services: 'abcdefg'.split('').map(due) });

    const { body } = await request(server).get(
      '/api/notifications/notifications',
    );
    expect(body.totalCount).toBe(1);
    expect(body.notifications[0]).toMatchObject({
      user: 'user:default/mock',
      origin: expect.stringContaining('accountability'),
      payload: {
        title: 'Are these 7 services still yours?',
        description:
          'a, b, c, d, e, 2 more: say on the page of your group whether you stand for them.',
        link: '/catalog/default/group/checkout/accountability',
        topic: 'Accountability: attestation',
      },
    });
  });
});
