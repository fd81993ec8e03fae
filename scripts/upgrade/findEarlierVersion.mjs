import fs from 'node:fs';
import path from 'node:path';
import { ask } from '../lib/run.mjs';
import { StepFailure } from '../lib/steps.mjs';

const FOLDER = 'plugins/accountability-backend/migrations';
const MIGRATION = /^\d{14}_\w+\.js$/;
const NO_HISTORY =
  'There is no history here to take an earlier version from. Run this in a clone with all of it ' +
  '(`git fetch --unshallow` brings the rest), or give a commit, branch or tag that is there with --from.';

const migrationsAmong = names =>
  names.filter(name => MIGRATION.test(name)).sort();

/** What came before the newest migration: the parent of its commit, or the last commit while it has none. */
async function beforeNewest(git, newest) {
  const log = ['log', '-1', '--diff-filter=A', '--format=%H'];
  const added = await git([...log, '--', `${FOLDER}/${newest}`]);
  if (added === undefined) throw new StepFailure(NO_HISTORY);
  return added === '' ? 'HEAD' : `${added}^`;
}

/**
 * The version to upgrade from: the commit, its first line, and the migrations that the tree in
 * `folder` has and it lacks, in order. Without `from` it is the newest commit before the newest
 * migration. Throws where the history or the difference is not there.
 */
export async function findEarlierVersion({ folder, from }) {
  const git = args => ask('git', args, { cwd: folder });
  const there = migrationsAmong(fs.readdirSync(path.join(folder, FOLDER)));
  const ref = from ?? (await beforeNewest(git, there.at(-1)));
  const verify = ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`];
  const commit = await git(verify);
  if (!commit)
    throw new StepFailure(
      from ? `There is no commit, branch or tag "${from}" here.` : NO_HISTORY,
    );
  const listed = await git(['ls-tree', '--name-only', commit, `${FOLDER}/`]);
  const before = migrationsAmong(
    listed.split('\n').map(file => path.basename(file)),
  );
  const later = there.filter(name => !before.includes(name));
  const strange = before.filter(name => !there.includes(name));
  const short = commit.slice(0, 12);
  if (strange.length > 0)
    throw new StepFailure(
      `${short} has migrations that are not here: ${strange.join(
        ', ',
      )}. Give an earlier one.`,
    );
  if (later.length === 0)
    throw new StepFailure(
      `${short} has every migration that is here, so there is nothing to see. Give an earlier one.`,
    );
  const title = await git(['log', '-1', '--format=%s', commit]);
  return { commit, title, later };
}
