import { createHash } from 'node:crypto';
import { CodeownersDialect } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { insertRows } from '../database/insertRows';
import { CodeownersFileRow } from '../database/tables';
import { Objection } from './Hosts';
import { parseFile } from './parseFile';
import { hidePeople } from './handles/hidePeople';
import { Looked } from './lookForFile';

const hourMs = 3_600_000;
/** When a file is looked for again: conditional requests are free, those for places without it are not. */
const AGAIN_MS = 6 * hourMs;
const AFTER_FAULT_MS = hourMs;

/** What was found of one repository. */
export interface Found {
  looked: Looked;
  /** Absent where the host was not asked, or did not say. */
  objections?: readonly Objection[];
}

/**
 * Stores what became of a claimed file, and gives whether anybody would say
 * otherwise now. A fault leaves what was read. A claim that was lost stores
 * nothing: whoever took it over does.
 */
export async function storeLooked(
  trx: Knex,
  claim: CodeownersFileRow,
  given: { dialect: CodeownersDialect; found: Found; now: number },
): Promise<boolean> {
  const { dialect, found, now } = given;
  const after = {
    ...contentOf(claim, hide(found, dialect), now),
    ...timesOf(found, now),
  };
  const held = await trx<CodeownersFileRow>('codeowners_files')
    .where({ subject: claim.subject, lease: claim.lease })
    .update(after);
  if (held === 0) return false;
  const isOther =
    after.revision !== undefined && after.revision !== claim.revision;
  if (isOther) {
    await writeOwners(trx, claim.subject, {
      text: after.text ?? null,
      dialect,
    });
  }
  return (
    isOther ||
    (after.objections !== undefined && after.objections !== claim.objections) ||
    // Until now nobody could say that it has none.
    (after.status === 'absent' && claim.status === null)
  );
}

/** What a host says is kept without the people in it. */
function hide(found: Found, dialect: CodeownersDialect): Found {
  const { looked } = found;
  return looked.status === 'read'
    ? {
        ...found,
        looked: { ...looked, text: hidePeople(looked.text, dialect) },
      }
    : found;
}

function contentOf(
  claim: CodeownersFileRow,
  { looked, objections }: Found,
  now: number,
): Partial<CodeownersFileRow> {
  if (looked.status === 'fault') {
    return { status: 'fault', because: looked.because };
  }
  if (looked.status === 'absent') {
    return {
      status: 'absent',
      because: looked.because,
      path: null,
      etag: null,
      revision: null,
      text: null,
      objections: null,
      read_at: null,
    };
  }
  const text = looked.status === 'read' ? looked.text : claim.text ?? '';
  return {
    status: 'read',
    because: null,
    read_at: writeInstant(now),
    ...(looked.status === 'read' && {
      path: looked.path,
      etag: looked.etag ?? null,
      text,
      revision: createHash('sha256').update(text).digest('hex'),
    }),
    ...(objections && { objections: JSON.stringify(objections) }),
  };
}

function timesOf({ looked }: Found, now: number): Partial<CodeownersFileRow> {
  const wait = looked.status === 'fault' ? AFTER_FAULT_MS : AGAIN_MS;
  return {
    checked_at: writeInstant(now),
    due_at: writeInstant(now + wait),
    lease: null,
    leased_until: null,
  };
}

async function writeOwners(
  trx: Knex,
  subject: string,
  { text, dialect }: { text: string | null; dialect: CodeownersDialect },
): Promise<void> {
  await trx('codeowners_owners').where({ subject }).delete();
  if (text === null) return;
  const { handles } = parseFile({ text, dialect });
  const named = [...new Set([...handles.values()].flat())];
  await insertRows(
    trx,
    { table: 'codeowners_owners' },
    named.sort().map(handle => ({ subject, handle })),
  );
}
