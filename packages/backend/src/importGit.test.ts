import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  TestDatabases,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import accountability from 'backstage-plugin-accountability-backend';
import uploads from 'backstage-plugin-accountability-backend-module-uploads';
import { runCli } from 'backstage-plugin-accountability-cli';
import { ChangesResponse } from 'backstage-plugin-accountability-common';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const gitIsHere = spawnSync('git', ['version']).status === 0;
const whereGitIs = gitIsHere ? describe : describe.skip;

const entity = (kind: string, name: string, spec: object) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name,
    annotations: { 'github.com/project-slug': 'acme/pay' },
  },
  spec: { type: 'service', ...spec },
});

/** A repository with one commit by a machine and one without a mark. */
async function commitTwice(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'import-git-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'commit.gpgSign=false', ...args], {
      cwd: path,
      stdio: 'pipe',
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'Ada Lovelace',
        GIT_AUTHOR_EMAIL: 'ada@acme.example',
        GIT_COMMITTER_NAME: 'Ada Lovelace',
        GIT_COMMITTER_EMAIL: 'ada@acme.example',
      },
    });
  git('init', '--quiet', '--initial-branch', 'main', '.');
  for (const [file, message] of [
    ['a.ts', 'Pay\n\nCo-Authored-By: Claude <noreply@anthropic.com>'],
    ['b.ts', 'Refund'],
  ]) {
    await writeFile(join(path, file), 'one\ntwo\n');
    git('add', '.');
    git('commit', '--quiet', '--message', message);
  }
  return path;
}

async function startBackend() {
  const knex = await databases.init('SQLITE_3');
  const { server } = await startTestBackend({
    features: [
      accountability,
      uploads,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: { accountability: { codeowners: { enabled: false } } },
      }),
      schedulerServiceFactory,
      catalogServiceMock.factory({
        entities: [
          entity('Component', 'pay', { owner: 'group:default/checkout' }),
          entity('Group', 'checkout', { children: [] }),
        ],
      }),
    ],
  });
  const { port } = server.address() as AddressInfo;
  return { knex, url: `http://localhost:${port}/api/accountability` };
}

whereGitIs(
  `what import-git sends${gitIsHere ? '' : ' (git is not here)'}`,
  () => {
    it('is what the backend reads: changes with what marks them', async () => {
      const { knex, url } = await startBackend();
      const printed: string[] = [];

      const code = await runCli(
        [
          ...['import-git', '--subject', 'github:acme/pay', '--branch', 'main'],
          ...['--repo', await commitTwice(), '--url', url],
        ],
        {
          env: { ACCOUNTABILITY_TOKEN: mockCredentials.service.token() },
          out: text => printed.push(text),
          err: text => printed.push(text),
          clock: () => performance.now(),
        },
      );

      expect({ code, printed }).toMatchObject({ code: 0 });
      while ((await knex('records').where({ kind: 'change' })).length < 2) {
        await setTimeout(100);
      }
      while (!(await knex('services').first('entity_ref'))) {
        await setTimeout(100);
      }
      const answer = await fetch(
        `${url}/services/component/default/pay/changes`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      const { changes }: ChangesResponse = await answer.json();
      expect(changes.map(({ title, maker }) => ({ title, maker }))).toEqual(
        expect.arrayContaining([
          { title: 'Pay', maker: 'machine' },
          { title: 'Refund', maker: 'rest' },
        ]),
      );
      expect(JSON.stringify(await knex('records'))).not.toMatch(
        /\bada\b|lovelace/i,
      );
    });
  },
);
