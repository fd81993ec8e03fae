import { GitCommit } from './GitCommit';
import { mostBytes, toLine } from './toLine';

const commitOf = (given: Partial<GitCommit>): GitCommit => ({
  sha: 'a'.repeat(40),
  parents: [],
  authorName: 'Ada Lovelace',
  authorEmail: 'ada@acme.example',
  authoredAt: '1764547200',
  committerEmail: 'ada@acme.example',
  committedAt: '1764547200',
  message: 'Add',
  files: [],
  ...given,
});

const read = (commit: GitCommit, merged: readonly GitCommit[] = []) => {
  const line = toLine({
    plan: { sha: commit.sha, merged: [], leftOut: 0 },
    commit,
    merged,
    request: { method: 'other' },
  });
  return { line, value: JSON.parse(line) };
};

describe('the line of a change', () => {
  it('is cut where it would be longer than a batch', () => {
    const files = Array.from({ length: 2000 }, (_, n) => ({
      path: `${'d/'.repeat(1000)}${n}`,
    }));
    const merged = Array.from({ length: 500 }, () =>
      commitOf({ message: '漢'.repeat(4000) }),
    );

    const { line, value } = read(
      commitOf({ parents: ['b', 'c'], files }),
      merged,
    );

    expect(Buffer.byteLength(line)).toBeLessThan(mostBytes);
    expect(value.commits).toHaveLength(500);
    expect(value.files).toHaveLength(200);
    expect(value.filesLeftOut).toBe(1800);
  });

  it('keeps no half of a character where a message is cut', () => {
    const { line } = read(commitOf({ message: `x${'😀'.repeat(4000)}` }));

    expect(line).not.toMatch(/\\ud/);
  });

  it.each([
    { given: 'Ada Lovelace', gives: undefined },
    { given: 'Ada Lovelace (aider)', gives: '(aider)' },
    { given: 'Ada (of Acme) Lovelace', gives: undefined },
  ])('has of the name $given no more than $gives', ({ given, gives }) => {
    const { line, value } = read(commitOf({ authorName: given }));

    expect(value.commits[0].nameSuffix).toBe(gives);
    expect(line).not.toContain('Lovelace');
  });

  it('leaves a time that no calendar has for the server to refuse', () => {
    const { value } = read(commitOf({ committedAt: '9'.repeat(18) }));

    expect(value.at).toBe('9'.repeat(18));
  });
});
