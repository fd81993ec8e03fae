import { GitCommit, GitFile } from './GitCommit';
import { GitRun } from './GitRun';

/** Begins each commit; a line of numbers has tabs, so none is like it. */
const MARK = 'commit';
const fields = ['%H', '%P', '%an', '%ae', '%at', '%ce', '%ct', '%B'];
const format = [MARK, ...fields].join('%x00');
const args = [
  ...['log', '--no-walk=unsorted', '--stdin', '-z', `--format=${format}`],
  ...['--encoding=UTF-8', '--numstat', '-M', '--diff-merges=first-parent'],
  ...['--no-ext-diff', '--no-textconv', '--no-notes'],
];

/** Reads commits in the order in which they are given, one at a time. Throws where git fails. */
export async function* readCommits(
  folder: string,
  shas: readonly string[],
): AsyncGenerator<GitCommit> {
  if (shas.length === 0) return;
  const input = `${shas.join('\n')}\n`;
  const tokens = new GitRun(folder, args, input).tokens();
  const take = async () => (await tokens.next()).value ?? '';
  let commit: GitCommit | undefined;
  for await (const token of takeEach(tokens)) {
    if (token === MARK) {
      if (commit) yield commit;
      commit = await takeCommit(take);
    } else {
      const file = await takeFile(token, take);
      if (file) commit?.files.push(file);
    }
  }
  if (commit) yield commit;
}

/** As `for await` over the generator, which must stay open for what is taken in between. */
async function* takeEach(
  tokens: AsyncGenerator<string>,
): AsyncGenerator<string> {
  try {
    for (
      let next = await tokens.next();
      !next.done;
      next = await tokens.next()
    ) {
      yield next.value;
    }
  } finally {
    await tokens.return(undefined);
  }
}

type Take = () => Promise<string>;

async function takeCommit(take: Take): Promise<GitCommit> {
  return {
    sha: await take(),
    parents: (await take()).split(' ').filter(Boolean),
    authorName: await take(),
    authorEmail: await take(),
    authoredAt: await take(),
    committerEmail: await take(),
    committedAt: await take(),
    message: (await take()).trimEnd(),
    files: [],
  };
}

/** A renamed file has no path behind its numbers; the old and the new one follow. */
async function takeFile(
  token: string,
  take: Take,
): Promise<GitFile | undefined> {
  const numbers = /^\n?(\d+|-)\t(\d+|-)\t/.exec(token);
  if (!numbers) return undefined;
  const [head, additions, deletions] = numbers;
  let path = token.slice(head.length);
  if (!path) {
    await take();
    path = await take();
  }
  return additions === '-'
    ? { path }
    : { path, additions: Number(additions), deletions: Number(deletions) };
}
