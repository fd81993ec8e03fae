import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { findEarlierVersion } from '../upgrade/findEarlierVersion.mjs';

const MIGRATIONS = 'plugins/accountability-backend/migrations';
const [FIRST, SECOND, THIRD] = ['one', 'two', 'three'].map(
  (name, index) => `2026010${index + 1}000000_${name}.js`,
);

const folders = [];
after(() => folders.forEach(folder => fs.rmSync(folder, { recursive: true })));

function emptyFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'upgrade-test-'));
  folders.push(folder);
  return folder;
}

function git(folder, ...args) {
  const who = ['-c', 'user.name=Somebody', '-c', 'user.email=a@example.org'];
  return execFileSync('git', ['-C', folder, ...who, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

function write(folder, migration) {
  const file = path.join(folder, MIGRATIONS, migration);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, '');
}

function commit(folder, title) {
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', title);
}

/** A repository whose migrations came with a commit each, and a commit after each that changes no table. */
function repository(migrations) {
  const folder = emptyFolder();
  git(folder, 'init', '--quiet');
  for (const migration of migrations) {
    write(folder, migration);
    commit(folder, `adds ${migration}`);
    commit(folder, `after ${migration}`);
  }
  return folder;
}

describe('the version to upgrade from', () => {
  it('is the newest commit before the newest migration', async () => {
    const folder = repository([FIRST, SECOND, THIRD]);

    const { title, later } = await findEarlierVersion({ folder });

    assert.equal(title, `after ${SECOND}`);
    assert.deepEqual(later, [THIRD]);
  });

  it('is the last commit while the newest migration has none', async () => {
    const folder = repository([FIRST]);
    write(folder, SECOND);

    const { title, later } = await findEarlierVersion({ folder });

    assert.equal(title, `after ${FIRST}`);
    assert.deepEqual(later, [SECOND]);
  });

  it('is the one that is asked for, with all that came since in order', async () => {
    const folder = repository([FIRST, SECOND, THIRD]);

    const { title, later } = await findEarlierVersion({
      folder,
      from: 'HEAD~4',
    });

    assert.equal(title, `after ${FIRST}`);
    assert.deepEqual(later, [SECOND, THIRD]);
  });

  it('has every migration of its own also here', async () => {
    const folder = repository([FIRST, SECOND, THIRD]);
    fs.rmSync(path.join(folder, MIGRATIONS, SECOND));

    await assert.rejects(
      findEarlierVersion({ folder, from: 'HEAD~2' }),
      /has migrations that are not here: 20260102000000_two.js/,
    );
  });

  it('lacks a migration that is here', async () => {
    const folder = repository([FIRST]);

    await assert.rejects(
      findEarlierVersion({ folder, from: 'HEAD' }),
      /has every migration that is here.*Give an earlier one/,
    );
  });

  it('is a commit of this clone', async () => {
    const folder = repository([FIRST]);

    await assert.rejects(
      findEarlierVersion({ folder, from: 'v9' }),
      /no commit, branch or tag "v9" here/,
    );
  });
});

describe('where the history does not reach far enough, it says what to do', () => {
  const cases = [
    {
      given: 'a folder without a repository',
      make: () => {
        const folder = emptyFolder();
        write(folder, FIRST);
        return folder;
      },
    },
    {
      given: 'a clone of the last commit alone',
      make: () => {
        const [origin, folder] = [repository([FIRST, SECOND]), emptyFolder()];
        git(folder, 'clone', '--depth', '1', `file://${origin}`, '.');
        return folder;
      },
    },
    {
      given: 'a repository that began with the newest migration',
      make: () => repository([FIRST]),
    },
  ];
  for (const { given, make } of cases)
    it(given, async () => {
      await assert.rejects(
        findEarlierVersion({ folder: make() }),
        /git fetch --unshallow.*--from/s,
      );
    });
});
