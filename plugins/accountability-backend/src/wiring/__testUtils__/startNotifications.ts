import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import {
  NotificationService,
  notificationService,
} from '@backstage/plugin-notifications-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';

const owner = 'group:default/checkout';

/** Backstage's own notifications, the service by which a plugin sends them, and what the one member of the group `checkout` got. */
export async function startNotifications() {
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
  return {
    owner,
    notifications: service,
    /** What the member got, newest first. */
    read: async () => {
      const { body } = await request(server).get(
        '/api/notifications/notifications',
      );
      return body.notifications;
    },
  };
}
