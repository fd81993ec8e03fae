import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import request from 'supertest';
import { startPlugin } from '../../../__testUtils__/startPlugin';

const ownPolicy = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  levels: [bronze]
  checks:
    - { id: owned, title: Owned, burden: ownership, level: bronze, expression: ownership.owner_resolves }
---
apiVersion: accountability.io/v1alpha1
kind: Gate
metadata: { name: production, title: Production }
spec:
  rules:
    - { check: ready/owned, mode: enforce }
`;

/** The subject of what `deploy` tells. */
export const subject = 'github:acme/pay';

/** An installation as far as a test brings it: with what comes along as policy, unless `own` says otherwise. */
export async function startInstallation(
  knex: Knex,
  given: {
    entities?: Entity[];
    own?: boolean;
    hidden?: string[];
    denied?: string[];
  },
) {
  const { entities = [], own = false, ...access } = given;
  const directory = mkdtempSync(join(tmpdir(), 'policies-'));
  if (own) writeFileSync(join(directory, 'ready.yaml'), ownPolicy);
  const backend = await startPlugin({
    ...{ knex, entities, ...access },
    ...(own && { settings: { policy: { paths: [directory] } } }),
  });
  await backend.run('catalog-sync');
  await backend.settle();
  const send = (method: 'get' | 'post', path: string) =>
    request(backend.server)
      [method](`/api/accountability${path}`)
      .set('authorization', mockCredentials.user.header('user:default/kim'));
  return {
    ...backend,
    /** What one may be told of the first steps. */
    ask: () => send('get', '/first-steps'),
    /** Tells of deployments of subjects, and has everything assessed. */
    deploy: async (...subjects: string[]) => {
      const events = subjects.map(of => ({
        ...{ kind: 'deployment', record: `ci:deployment:${of}`, subject: of },
        ...{ at: new Date().toISOString(), state: 'finished' },
        ...{ result: 'success', environment: 'production' },
      }));
      await backend.generic(events).expect(202);
      await backend.settle();
    },
    askGate: (entityRef: string) =>
      send('post', '/gates/production/decisions').send({ entityRef }),
  };
}
