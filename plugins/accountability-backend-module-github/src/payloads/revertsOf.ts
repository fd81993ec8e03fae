import { changeRecord } from './changeBase';

const TITLE = /^revert\b/i;
const REQUEST = /^Reverts (?:([\w.-]+\/[\w.-]+))?#(\d+)\b/m;
const COMMIT = /^This reverts commit ([0-9a-f]{40})\b/m;

/**
 * What a request or a commit undoes, as GitHub and git write it: a request of
 * this or another repository, or a commit. Undefined where it undoes nothing.
 */
export function revertsOf(
  slug: string,
  { title, body }: { title: string; body?: string | null },
): string | undefined {
  if (!TITLE.test(title) || !body) return undefined;
  const [, repository = slug, number] = REQUEST.exec(body) ?? [];
  if (number) return changeRecord(repository.toLowerCase(), number);
  return COMMIT.exec(body)?.[1];
}
