import {
  ChangeProvenance,
  RecordEventInput,
} from 'backstage-plugin-accountability-common';
import {
  contributorOf,
  describeFiles,
  Detect,
  GivenCommit,
  IsMachine,
  optionalText,
  topicsOf,
} from 'backstage-plugin-accountability-node';
import { GitLogLine, LoggedCommit } from './gitLogLine';
import { History } from './readHistory';
import { revertsOf } from './revertsOf';

type ChangeInput = Extract<RecordEventInput, { kind: 'change' }>;

/** Hosts whose requests have records by their numbers. */
const numbered = ['github:', 'gitlab:'];
/** The first line that hosts and git give to merges; it names branches, and they name people. */
const MERGE = /^Merge\b/;
const title = optionalText(500);

/** By which a line is read. */
export interface HistoryReading {
  history: History;
  detect: Detect;
  isMachine: IsMachine;
}

/** The event that a line is. Approvals are never told: git knows of none. */
export function toChangeEvent(
  line: GitLogLine,
  { history, detect, isMachine }: HistoryReading,
): ChangeInput {
  const { commits, method } = line;
  const written = commits.filter(({ merge }) => !merge);
  const last = written.at(-1);
  const said = titleOf(line);
  const [only] = written;
  return {
    kind: 'change',
    state: 'merged',
    ...recordOf(line, history),
    at: line.at,
    sha: line.sha,
    branch: history.branch,
    defaultBranch: history.defaultBranch,
    title: title.parse(said),
    ...timesOf(line),
    ...sizeOf(line),
    mergeMethod: method === 'other' ? undefined : method,
    author: contributorOf('email', last?.email),
    authorKind:
      last && isMachine({ email: last.email, at: Date.parse(last.at) })
        ? 'bot'
        : undefined,
    provenance: provenanceOf(line, written, detect),
    topics: topicsOf([said]),
    reverts:
      written.length === 1 && !line.commitsLeftOut
        ? revertsOf(only.message, history.subject)
        : undefined,
  };
}

/** The ids that webhooks and pollers give. On other branches a number is one that was carried over. */
function recordOf(
  { number, sha }: GitLogLine,
  { subject, defaultBranch }: History,
): Pick<ChangeInput, 'record' | 'subject' | 'origin'> {
  const host = numbered.find(one => subject.startsWith(one));
  if (host && number && defaultBranch) {
    const slug = subject.slice(host.length);
    return { record: `${host}change:${slug}:${number}`, subject };
  }
  const [source, slug] = subject.split(/:(.*)/s);
  return { record: `${source}:push:${slug}:${sha}`, subject, origin: 'push' };
}

function titleOf({ title: given, number }: GitLogLine): string | undefined {
  if (!given || MERGE.test(given)) return undefined;
  const suffix = ` (#${number})`;
  return given.endsWith(suffix) ? given.slice(0, -suffix.length) : given;
}

/** A squash is of the moment in which it was made; when its commits were written it does not say. */
function timesOf({
  commits,
  commitsLeftOut,
  method,
}: GitLogLine): Partial<ChangeInput> {
  if (method === 'squash' || commits.length === 0) return {};
  const isWhole = !commitsLeftOut;
  const authored = commits.flatMap(({ authoredAt }) => authoredAt ?? []);
  return {
    // All are UTC in one form, which sorts as it is.
    firstAuthoredAt: isWhole ? authored.sort().at(0) : undefined,
    firstCommitAt: isWhole
      ? commits
          .map(({ at }) => at)
          .sort()
          .at(0)
      : undefined,
    headCommitAt: commits.at(-1)?.at,
    commits: commits.length + (commitsLeftOut ?? 0),
  };
}

function sizeOf({
  files: given,
  filesLeftOut = 0,
}: GitLogLine): Partial<ChangeInput> {
  const complete = filesLeftOut === 0;
  const files = given.map(({ path, additions = 0, deletions = 0 }) => ({
    path,
    additions,
    deletions,
  }));
  const sum = (of: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[of], 0);
  return {
    files: files.length + filesLeftOut,
    additions: complete ? sum('additions') : undefined,
    deletions: complete ? sum('deletions') : undefined,
    ...describeFiles(files, { complete }),
  };
}

/**
 * A squash carries the trailers of all its commits, so the share of it that is
 * marked is not known, and who reads the commits themselves knows more.
 */
function provenanceOf(
  { at, method, commitsLeftOut }: GitLogLine,
  written: readonly LoggedCommit[],
  detect: Detect,
): ChangeProvenance | undefined {
  if (written.length === 0) return undefined;
  const detected = detect({
    at: Date.parse(at),
    commits: written.map(toGivenCommit),
  });
  const { fraction, ...others } = detected;
  if (method === 'squash') return { ...others, commits: 0 };
  return commitsLeftOut ? others : detected;
}

/** The name is not sent; a mark stands in its place, behind which tools put theirs. */
function toGivenCommit(commit: LoggedCommit): GivenCommit {
  const { at, email, nameSuffix = '', committerEmail, message, lines } = commit;
  return {
    at: Date.parse(at),
    author: `… ${nameSuffix} <${email}>`,
    committer: committerEmail && `<${committerEmail}>`,
    message,
    lines,
  };
}
