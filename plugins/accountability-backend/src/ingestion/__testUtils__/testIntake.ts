import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import express from 'express';
import { Knex } from 'knex';
import { writeRecordEvents } from '../../records';
import { createIntakeRouter } from '../createIntakeRouter';
import { SourceTally } from '../health/SourceTally';
import { Inbox } from '../inbox/Inbox';
import { IntakeLimits } from '../limits/IntakeLimits';
import { DeliverySinks } from '../VerifiedDelivery';
import { testKeyOf } from './testKeyOf';

/** Sinks of the records alone, with nothing behind them. */
export const recordsOnly: DeliverySinks = {
  writeRecordEvents,
  writeOwnerChanges: async () => ({ entityRefs: [] }),
  markSubjectsDue: async () => {},
  markDue: async () => {},
};

/** More than any test sends. */
export const unlimited: IntakeLimits = {
  perMinute: 1e9,
  refusedPerMinute: 1e9,
  knowsAddresses: true,
};

/** One replica's intake on a database, with nothing behind the records. */
export function testIntake(
  database: Knex,
  given: readonly DeliverySource[],
  limits: IntakeLimits = unlimited,
): { app: express.Express; inbox: Inbox; tally: SourceTally } {
  // The intake has the generic one by itself.
  const sources = given.filter(({ id }) => id !== 'generic');
  const logger = mockServices.logger.mock();
  const tally = new SourceTally();
  const inbox = Inbox.create({
    database,
    sources,
    tally,
    logger,
    sinks: recordsOnly,
    keyOf: testKeyOf,
    onApplied: () => {},
  });
  const router = createIntakeRouter({
    sources,
    keyOf: testKeyOf,
    inbox,
    tally,
    limits,
    logger,
    httpAuth: mockServices.httpAuth(),
    permissions: mockServices.permissions(),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
  });
  const middleware = MiddlewareFactory.create({
    logger,
    config: mockServices.rootConfig(),
  });
  const app = express().use(router).use(middleware.error());
  return { app, inbox, tally };
}
