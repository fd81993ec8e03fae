import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { insertRows } from '../database/insertRows';
import { ManifestFileRow, ManifestRepositoryRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { FoundManifest, LookedForManifests } from './lookForManifests';

const hourMs = 3_600_000;
/** When a repository is looked at again. */
const AGAIN_MS = 24 * hourMs;

/**
 * Stores what became of a claimed repository, and gives whether something else
 * is said of it now. A fault leaves what was read, and is tried again after an
 * hour, then two, four and so on up to a day. A claim that was lost stores
 * nothing: whoever took it over does.
 */
export async function storeManifests(
  trx: Knex,
  claim: ManifestRepositoryRow,
  given: {
    looked: LookedForManifests;
    before: readonly FoundManifest[];
    now: number;
  },
): Promise<boolean> {
  const { looked, before, now } = given;
  const held = await trx<ManifestRepositoryRow>('manifest_repositories')
    .where({ subject: claim.subject, lease: claim.lease })
    .update({
      ...stateOf(looked, claim, now),
      checked_at: writeInstant(now),
      lease: null,
      leased_until: null,
    });
  if (held === 0 || looked.status === 'fault') return false;
  await writeFiles(trx, claim.subject, { files: looked.files, before });
  return (
    // Until now nobody could say that it asks for nothing.
    claim.read_at === null || says(looked.files) !== says(before)
  );
}

function stateOf(
  looked: LookedForManifests,
  claim: ManifestRepositoryRow,
  now: number,
): Partial<ManifestRepositoryRow> {
  if (looked.status === 'fault') {
    const wait = Math.min(AGAIN_MS, hourMs * 2 ** Math.min(claim.faults, 10));
    return {
      status: 'fault',
      because: looked.because,
      faults: claim.faults + 1,
      due_at: writeInstant(now + wait),
    };
  }
  return {
    status: 'read',
    because: looked.because ?? null,
    faults: 0,
    read_at: writeInstant(now),
    due_at: writeInstant(now + AGAIN_MS),
  };
}

async function writeFiles(
  trx: Knex,
  subject: string,
  given: {
    files: readonly FoundManifest[];
    before: readonly FoundManifest[];
  },
): Promise<void> {
  const { files, before } = given;
  const gone = before
    .map(({ path }) => path)
    .filter(path => !files.some(file => file.path === path));
  if (gone.length > 0) {
    await whereAny(
      trx('manifest_files').where({ subject }),
      'path',
      gone,
    ).delete();
  }
  await insertRows<ManifestFileRow>(
    trx,
    { table: 'manifest_files', key: ['subject', 'path'] },
    files
      .filter(file => !before.includes(file))
      .map(file => ({ ...file, subject })),
  );
}

function says(files: readonly FoundManifest[]): string {
  return JSON.stringify(
    files
      .map(({ path, runtimes }) => [path, runtimes])
      .filter(([, runtimes]) => runtimes !== '[]')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
