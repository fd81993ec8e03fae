import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import {
  AssessSettings,
  FactDefinition,
  builtInFacts,
  defaultSettings,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { CatalogSync } from '../../ownership';
import { createKeyOf } from '../../database/createKeyOf';
import { migrate } from '../../database/__testUtils__/testCatalog';
import { writeRecordEvents } from '../../records';
import { AssessmentWorker } from '../AssessmentWorker';
import { QuietSource } from '../work/quietKindsOf';
import { Restater } from '../restate/Restater';
import { PolicyStore } from '../policy/PolicyStore';
import { markDue } from '../queue/markDue';
import { markSubjectsDue } from '../queue/markSubjectsDue';

export const hour = 3_600_000;
export const day = 24 * hour;
/** The instant at which tests begin: a Monday noon, UTC. */
export const start = Date.parse('2026-11-23T12:00:00Z');

/** A scorecard of two levels over the owner and the change fail rate. */
export const scorecard = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata:
  name: ready
  title: Ready
spec:
  levels: [bronze, silver]
  checks:
    - id: owner-exists
      title: The owner exists
      burden: ownership
      level: bronze
      expression: ownership.owner_resolves
    - id: few-failures
      title: Few changes fail
      burden: reliability
      level: silver
      expression: reliability.change_fail_rate <= 0.15
`;

/** Keys of contributors under a secret of tests. */
export const keyOf = createKeyOf('a secret of tests alone');

/** The rooms around the worker, over a real database and with a clock to set. */
export async function createWorkbench(
  knex: Knex,
  facts: readonly FactDefinition[] = builtInFacts,
  settings: AssessSettings = defaultSettings,
) {
  await migrate(knex);
  const clock = { now: start };
  const directory = mkdtempSync(join(tmpdir(), 'policies-'));
  const database = { getClient: async () => knex };
  const logger = mockServices.logger.mock();
  const writePolicy = (text: string, name = 'ready.yaml') =>
    writeFileSync(join(directory, name), text);
  writePolicy(scorecard);
  const now = () => clock.now;
  const createStore = (
    options: Partial<Parameters<typeof PolicyStore.create>[0]> = {},
  ) =>
    PolicyStore.create({
      database,
      facts,
      logger,
      now,
      config: mockServices.rootConfig({
        data: { accountability: { policy: { paths: [directory] } } },
      }),
      ...options,
    });
  const policy = createStore();
  await policy.reload();
  const quiet: QuietSource[] = [];
  const createWorker = (
    options: Partial<Parameters<typeof AssessmentWorker.create>[0]> = {},
  ) =>
    AssessmentWorker.create({
      database,
      policy,
      facts,
      settings,
      logger,
      now,
      readQuietSources: async () => quiet,
      ...options,
    });
  return {
    knex,
    clock,
    quiet,
    logger,
    policy,
    writePolicy,
    directory,
    createStore,
    createWorker,
    worker: createWorker(),
    judgement: { policy, facts, settings },
    sync: (entities: Entity[]) =>
      CatalogSync.create({
        catalog: catalogServiceMock({ entities }),
        auth: mockServices.auth(),
        database,
        logger,
        config: mockServices.rootConfig({ data: {} }),
        keyOf,
        onChanged: (trx, entityRefs) =>
          markDue(trx, { entityRefs, dueAt: clock.now }),
        onRekeyed: (trx, entityRefs) =>
          markDue(trx, { entityRefs, dueAt: clock.now, restateFrom: 0 }),
        now,
      }).run(),
    restater: Restater.create({
      database,
      policy,
      facts,
      settings,
      logger,
      now,
    }),
    deliver: (events: RecordEvent[], restateFrom?: number) =>
      knex.transaction(async trx => {
        const { subjects } = await writeRecordEvents(trx, {
          events,
          deliveryId: 'test',
          receivedAt: clock.now,
        });
        await markSubjectsDue(trx, {
          subjects,
          dueAt: clock.now,
          restateFrom,
          scope: settings.attribution.scope,
        });
      }),
  };
}

/** A production deployment of a subject that succeeded at an instant. */
export function deployed(subject: string, at: number): RecordEvent {
  return {
    kind: 'deployment',
    record: `${subject}#deployment-${at}`,
    subject,
    at,
    state: 'finished',
    result: 'success',
    environment: 'production',
    sha: `sha-${at}`,
  };
}

/** An incident of a subject that a person charged to the deployment at `cause`. */
export function broke(subject: string, at: number, cause: number): RecordEvent {
  return {
    kind: 'incident',
    record: `${subject}#incident-${at}`,
    subject,
    at,
    state: 'triggered',
    cause: { by: 'person', record: `${subject}#deployment-${cause}` },
  };
}

/** An incident of a subject that began and ended at an instant. */
export function resolved(subject: string, at: number): RecordEvent {
  return {
    kind: 'incident',
    record: `${subject}#incident-${at}`,
    subject,
    at,
    state: 'resolved',
  };
}
