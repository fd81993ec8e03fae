import { withoutPeople } from '../withoutPeople';
import { CompiledMarker, compileMarker } from './compileMarker';
import { addressed, ProvenanceMarker } from './ProvenanceMarker';
import { isValidAt } from './isValidAt';
import { parseTrailers, Trailer, trailerLines } from './parseTrailers';
import { readIdentity } from './readIdentity';

/** A commit of a change, not the one that a squash made of them. */
export interface GivenCommit {
  /** When it was committed, epoch milliseconds. */
  at: number;
  /** `Name <e-mail>`. */
  author?: string;
  committer?: string;
  message: string;
  /** Lines it changes, where known. */
  lines?: number;
}

/** What is known of a change when it is merged. */
export interface GivenChange {
  /** When it was merged, epoch milliseconds. */
  at: number;
  commits: readonly GivenCommit[];
  /** The account that asked for it: `dependabot[bot]`. */
  author?: string;
  /** What the request says of itself. */
  text?: string;
  branch?: string;
  labels?: readonly string[];
}

/** A marker that was found. */
export interface ProvenanceEvidence {
  marker: string;
  tool: string;
  level: ProvenanceMarker['level'];
  role: ProvenanceMarker['role'];
  /** As it stands there, at most 200 characters. */
  text: string;
}

/** What the markers on a change say; a lower bound, since unmarked is not human. */
export interface Provenance {
  /** The strongest by which a machine wrote or helped; absent is no such marker. */
  level?: ProvenanceMarker['level'];
  /** Tools of those markers, sorted. */
  tools: string[];
  /** Share of it in marked commits, by lines where all are known, else by commits; absent where no commit is marked. */
  fraction?: number;
  /** Made by a bot that follows rules. */
  automation: boolean;
  /** Suggestions of a reviewing machine were taken over. */
  suggestions: boolean;
  /** Somebody says that no machine took part. */
  none: boolean;
  /** A tool signed off, which only people may. */
  signedByTool: boolean;
  /** At most 20, the strongest first. */
  evidence: ProvenanceEvidence[];
}

const coAuthor = /^co-authored-by: /i;
const strengths = ['attested', 'declared', 'inferred'] as const;
const mostEvidence = 20;
const longestEvidence = 200;

interface Hit extends ProvenanceEvidence {
  channel: ProvenanceMarker['channel'];
}

const isWriting = ({ role }: Hit) => role === 'author' || role === 'assist';

/** Makes the reader of markers on changes. Pure; people are compared and never kept. */
export function provenanceDetector(
  markers: readonly ProvenanceMarker[],
): (change: GivenChange) => Provenance {
  const compiled = markers.map(compileMarker);
  return change => detect(change, compiled);
}

function detect(
  change: GivenChange,
  markers: readonly CompiledMarker[],
): Provenance {
  const ofCommits = change.commits.map(commit => hitsOf(commit, markers));
  const ofRequest = requestHits(change, markers);
  const hits = [...ofCommits.flat(), ...ofRequest];
  const writing = hits.filter(isWriting);
  const level = strengths.find(one => writing.some(hit => hit.level === one));
  return {
    ...(level && { level }),
    tools: [...new Set(writing.map(({ tool }) => tool))].sort(),
    ...fractionOf(change.commits, ofCommits),
    automation: isAutomation(change, ofCommits, ofRequest),
    suggestions: hits.some(({ role }) => role === 'review-suggestion'),
    none: hits.some(({ role }) => role === 'none'),
    signedByTool: change.commits.some(commit => isSigned(commit, markers)),
    evidence: strongest(hits),
  };
}

/** What stands in each channel, in the form in which it is kept. */
type Texts = Partial<Record<ProvenanceMarker['channel'], string[]>>;

function hitsOf(
  commit: GivenCommit,
  markers: readonly CompiledMarker[],
): Hit[] {
  const author = commit.author ?? '';
  const trailers = trailersOf(commit.message);
  const written = trailers.map(({ key, value }) => `${key}: ${value}`);
  const texts: Texts = {
    author: [author],
    committer: [commit.committer ?? ''],
    'co-author': written.filter(text => coAuthor.test(text)),
    'author-name': [readIdentity(author).name],
    trailer: written,
    message: commit.message.split(/\r?\n/),
  };
  return find(texts, { at: commit.at, markers });
}

function requestHits(
  { at, author, text, branch, labels }: GivenChange,
  markers: readonly CompiledMarker[],
): Hit[] {
  const account = author && `<${author}@users.noreply.github.com>`;
  return find(
    {
      author: account ? [account] : [],
      request: text?.split(/\r?\n/) ?? [],
      branch: branch ? [branch] : [],
      label: [...(labels ?? [])],
    },
    { at, markers },
  );
}

function find(
  texts: Texts,
  { at, markers }: { at: number; markers: readonly CompiledMarker[] },
): Hit[] {
  return markers
    .filter(marker => isValidAt(marker, at))
    .flatMap(marker =>
      (texts[marker.channel] ?? []).flatMap(text => {
        if (!marker.isIn(text)) return [];
        const { id, tool, level, role, channel } = marker;
        const kept = keep(text, marker).slice(0, longestEvidence);
        return [{ marker: id, tool, level, role, channel, text: kept }];
      }),
    );
}

/** An address that is a marker is a tool's; elsewhere people may be named beside it. */
function keep(text: string, { channel, partOf }: CompiledMarker): string {
  if (addressed.has(channel)) return text.trim();
  // Of a name only what tools put behind it.
  if (channel === 'author-name') return /\([^()]*\)$/.exec(text)?.[0] ?? '';
  // People name branches after themselves.
  if (channel === 'branch') return partOf(text);
  return withoutPeople(text.trim());
}

/** By shape, and of those git knows as well only once. */
function trailersOf(message: string): Trailer[] {
  const byShape = trailerLines(message);
  const known = new Set(byShape.map(({ key, value }) => `${key}: ${value}`));
  const folded = parseTrailers(message).filter(
    ({ key, value }) => !known.has(`${key}: ${value}`),
  );
  return [...byShape, ...folded];
}

function fractionOf(
  commits: readonly GivenCommit[],
  hits: readonly Hit[][],
): Pick<Provenance, 'fraction'> {
  const byLines = commits.every(({ lines }) => lines !== undefined);
  const weigh = ({ lines = 0 }: GivenCommit) => (byLines ? lines : 1);
  const sum = (of: readonly GivenCommit[]) =>
    of.reduce((total, commit) => total + weigh(commit), 0);
  const marked = commits.filter((_, index) => hits[index].some(isWriting));
  if (marked.length === 0) return {};
  const all = sum(commits);
  // Commits that change no line weigh the same.
  return {
    fraction: all > 0 ? sum(marked) / all : marked.length / commits.length,
  };
}

/** Who asked for it, or who wrote every commit of it; a bot that only formatted is none. */
function isAutomation(
  { commits }: GivenChange,
  ofCommits: readonly Hit[][],
  ofRequest: readonly Hit[],
): boolean {
  const byBot = (hits: readonly Hit[]) =>
    hits.some(
      ({ role, channel }) => role === 'automation' && channel !== 'co-author',
    );
  return byBot(ofRequest) || (commits.length > 0 && ofCommits.every(byBot));
}

function isSigned(
  { message, at }: GivenCommit,
  markers: readonly CompiledMarker[],
): boolean {
  const tools = markers
    .filter(marker => isValidAt(marker, at))
    .filter(
      ({ role, channel }) => role !== 'automation' && channel === 'co-author',
    );
  return trailersOf(message)
    .filter(({ key }) => key.toLowerCase() === 'signed-off-by')
    .some(({ value }) => tools.some(({ isIn }) => isIn(value)));
}

function strongest(hits: readonly Hit[]): ProvenanceEvidence[] {
  const distinct = new Map(
    hits.map(({ channel, ...hit }) => [`${hit.marker} ${hit.text}`, hit]),
  );
  return strengths
    .flatMap(level => [...distinct.values()].filter(hit => hit.level === level))
    .slice(0, mostEvidence);
}
