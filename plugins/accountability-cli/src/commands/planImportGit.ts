import { DateTime } from 'luxon';
import { findBranch } from '../git/findBranch';
import { openClone } from '../git/openClone';
import { PlannedChange } from '../git/PlannedChange';
import { planChanges } from '../git/planChanges';
import { ImportGitFlags } from './ImportGitFlags';

/** What an import from git is going to do, or everything that stands against it. */
export type ImportGitPlan =
  | {
      ok: true;
      folder: string;
      subject: string;
      branch: string;
      changes: PlannedChange[];
      /** The upload's source with its parameters. */
      source: string;
      /** The commits between which it reads, and of what. */
      identity: string;
      /** Keeps what git itself keeps of the clone. */
      gitDir: string;
      progressFile?: string;
    }
  | { ok: false; because: string };

/** A year and a half: the facts look back a year, and what was changed then was written before. */
const DEFAULT_DAYS = 548;

const SUBJECT = /^[a-z][a-z0-9-]*:\S+$/i;

/** Reads the flags and looks at the clone; `now` is epoch milliseconds. */
export async function planImportGit(
  flags: ImportGitFlags,
  now: number,
): Promise<ImportGitPlan> {
  const { subject, repo, since } = flags;
  if (!SUBJECT.test(subject)) {
    return no(
      `--subject ${subject} must be like github:acme/payments, as the service's annotations name it`,
    );
  }
  const from = since
    ? DateTime.fromISO(since, { zone: 'utc' })
    : DateTime.fromMillis(now, { zone: 'utc' })
        .startOf('day')
        .minus({ days: DEFAULT_DAYS });
  if (!from.isValid) return no(`--since ${since} must be like 2026-01-31`);
  const clone = await openClone(repo);
  if (!clone.ok) return clone;
  const branch = await findBranch(repo, flags.branch);
  if (!branch.ok) return branch;
  const { tip, name, isDefault } = branch;
  const changes = await planChanges(repo, { tip, sinceMs: from.toMillis() });
  const parameters = new URLSearchParams({
    subject,
    branch: name,
    'default-branch': String(isDefault ?? true),
  });
  return {
    ok: true,
    folder: repo,
    subject,
    branch: name,
    changes,
    source: `git-log?${parameters}`,
    identity: [parameters, changes[0]?.sha, tip].join(' '),
    gitDir: clone.gitDir,
    progressFile: flags.progressFile,
  };
}

function no(because: string): { ok: false; because: string } {
  return { ok: false, because };
}
