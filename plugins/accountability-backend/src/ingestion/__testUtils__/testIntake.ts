import { mockServices } from '@backstage/backend-test-utils';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import express from 'express';
import { Knex } from 'knex';
import { writeRecordEvents } from '../../records';
import { createIntakeRouter } from '../createIntakeRouter';

/** One replica's intake on a database, with nothing behind the records. */
export function testIntake(
  database: Knex,
  sources: DeliverySource[],
): express.Express {
  return express().use(
    createIntakeRouter({
      sources,
      database,
      httpAuth: mockServices.httpAuth(),
      permissions: mockServices.permissions(),
      auditor: mockServices.auditor.mock({
        createEvent: async () => ({
          success: async () => {},
          fail: async () => {},
        }),
      }),
      logger: mockServices.logger.mock(),
      sinks: {
        writeRecordEvents,
        writeOwnerChanges: async () => ({ entityRefs: [] }),
        markSubjectsDue: async () => {},
        markDue: async () => {},
      },
      onCommitted: () => {},
    }),
  );
}
