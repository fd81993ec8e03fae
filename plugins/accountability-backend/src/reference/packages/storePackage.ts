import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { PackageRow } from '../../database/tables';
import { PackageClaim } from './claimPackages';
import { historyText } from './historyText';
import { packageName } from './packageName';
import { PackageAnswer } from './PackageSource';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Nobody has to know of a release within the hour, and public hosts are to be asked little. */
const AGAIN_MS = dayMs;
const AFTER_FAULT_MS = hourMs;
const LONGEST_MS = dayMs;

/** What became of a package that was asked for. */
export interface AskedPackage {
  answer: PackageAnswer;
  /** Id of the source that said so. */
  source: string;
  /** Digest of all sources. */
  asked: string;
}

/**
 * Stores what became of a claimed package, in one statement. Only what is read
 * takes the place of what was read before. A claim that was lost stores
 * nothing: whoever took it over does.
 */
export async function storePackage(
  knex: Knex,
  claim: PackageClaim,
  { answer, source, asked, now }: AskedPackage & { now: number },
): Promise<void> {
  await knex<PackageRow>('packages')
    .where({ package: claim.package, lease: claim.lease })
    .update({
      ...contentOf(claim, { answer, source, now }),
      asked,
      faults: answer.status === 'fault' ? claim.faults + 1 : 0,
      checked_at: writeInstant(now),
      due_at: writeInstant(
        now + waitAfter(answer, { faults: claim.faults, now }),
      ),
      lease: null,
      leased_until: null,
    });
}

function contentOf(
  claim: PackageClaim,
  {
    answer,
    source,
    now,
  }: { answer: PackageAnswer; source: string; now: number },
): Partial<PackageRow> {
  if (answer.status === 'fault' || answer.status === 'absent') {
    return { status: answer.status, because: answer.because };
  }
  const read = { status: 'read', because: null, read_at: writeInstant(now) };
  if (answer.status === 'same') return read;
  const history = historyText(
    packageName(claim.package)?.type ?? '',
    answer.versions,
  );
  const digest = createHash('sha256').update(history).digest('hex');
  return {
    ...read,
    source,
    etag: answer.etag ?? null,
    history,
    digest,
    ...(digest !== claim.digest && { is_untold: true }),
  };
}

function waitAfter(
  answer: PackageAnswer,
  { faults, now }: { faults: number; now: number },
): number {
  if (answer.status !== 'fault') return AGAIN_MS;
  const { until } = answer;
  const growing = AFTER_FAULT_MS * 2 ** Math.min(faults, 10);
  const wait = until === undefined ? growing : Math.max(until - now, minuteMs);
  return Math.min(wait, LONGEST_MS);
}
