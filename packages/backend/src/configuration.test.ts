import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalog from '@backstage/plugin-catalog-backend';
import search from '@backstage/plugin-search-backend';
import accountability from 'backstage-plugin-accountability-backend';
import alertmanager from 'backstage-plugin-accountability-backend-module-alertmanager';
import argocd from 'backstage-plugin-accountability-backend-module-argocd';
import cdevents from 'backstage-plugin-accountability-backend-module-cdevents';
import github from 'backstage-plugin-accountability-backend-module-github';
import gitlab from 'backstage-plugin-accountability-backend-module-gitlab';
import mapping from 'backstage-plugin-accountability-backend-module-mapping';
import opa from 'backstage-plugin-accountability-backend-module-opa';
import pagerduty from 'backstage-plugin-accountability-backend-module-pagerduty';
import uploads from 'backstage-plugin-accountability-backend-module-uploads';
import catalogModule from 'backstage-plugin-catalog-backend-module-accountability';
import searchModule from 'backstage-plugin-search-backend-module-accountability';
import { stringify } from 'yaml';
import { ConfigSchema, backstageCli } from './__testUtils__/ConfigSchema';
import { everySetting, hush } from './__testUtils__/everySetting';
import { noteReads } from './__testUtils__/noteReads';

jest.setTimeout(120_000);

const OURS = /^(accountability|search\.collators\.accountability)\./;
/** Mappings are a language of their own, read as a whole; names that are chosen say themselves. */
const OWN_WORDS = /^accountability\.mappings\.|<name>$/;

/** Starts all of ours and gives what of the configuration they read. */
async function readAtStart(): Promise<string[]> {
  const { value: data, paths } = noteReads({
    ...everySetting,
    catalog: { locations: [] },
  });
  const backend = await startTestBackend({
    features: [
      ...[accountability, alertmanager, argocd, cdevents, github, gitlab],
      ...[mapping, opa, pagerduty, uploads],
      ...[catalog, catalogModule, search, searchModule],
      mockServices.rootConfig.factory({ data }),
    ],
  });
  await backend.stop();
  return [...paths].filter(path => OURS.test(path)).sort();
}

/** What `config:print` makes of every setting. */
function print(...args: string[]): string {
  const file = join(
    mkdtempSync(join(tmpdir(), 'settings-')),
    'app-config.yaml',
  );
  writeFileSync(
    file,
    stringify({
      ...everySetting,
      app: { baseUrl: 'http://localhost' },
      backend: {
        baseUrl: 'http://localhost',
        listen: ':0',
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
    }),
  );
  return backstageCli(
    ...['config:print', '--package', 'backend', '--config', file, ...args],
  );
}

describe('settings', () => {
  let schema: ConfigSchema;
  let read: string[];
  beforeAll(async () => {
    schema = ConfigSchema.read();
    read = await readAtStart();
  });

  it('that are read are in a config.d.ts', () => {
    const unknown = read.filter(path => !schema.has(path.split('.')));

    expect(read.length).toBeGreaterThan(100);
    expect(unknown).toEqual([]);
  });

  it('that are in a config.d.ts are read', () => {
    const seen = new Set(read);
    const unread = schema
      .keys()
      .map(({ path }) => path.join('.'))
      .filter(
        path => OURS.test(path) && !/^accountability\.mappings\./.test(path),
      )
      .filter(
        path => !seen.has(path) && !seen.has(path.replace(/\.<name>$/, '')),
      );

    expect(unread).toEqual([]);
  });

  it('say what they are for', () => {
    const silent = schema
      .keys()
      .map(({ path, description }) => ({ path: path.join('.'), description }))
      .filter(({ path, description }) => OURS.test(path) && !description);

    expect(silent.filter(({ path }) => !OWN_WORDS.test(path))).toEqual([]);
  });

  it('that are secrets say so', () => {
    const open = schema
      .keys()
      .filter(
        ({ path, secret }) =>
          /secret|token|password/i.test(path.at(-1) ?? '') && !secret,
      );

    expect(open.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it('reach no browser, and secrets no screen', () => {
    const inBrowser = print('--frontend');
    const onScreen = print();

    expect(inBrowser).toContain('baseUrl');
    expect(inBrowser).not.toContain('accountability');
    expect(onScreen).toContain('hotfixTitle');
    expect(onScreen).not.toContain(hush);
    expect(print('--with-secrets')).toContain(hush);
  });
});
