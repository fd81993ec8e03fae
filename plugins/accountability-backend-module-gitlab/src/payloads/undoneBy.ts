const COMMIT = /\bThis reverts commit ([0-9a-f]{40}|[0-9a-f]{64})\b/i;
const REQUEST = /\bThis reverts merge request !(\d+)\b/i;

/** What a change undoes, in the words that git and GitLab write for it: a record id, or a commit. */
export function undoneBy(
  text: string | undefined,
  slug: string,
): string | undefined {
  const iid = REQUEST.exec(text ?? '')?.[1];
  return iid
    ? requestId(slug, iid)
    : COMMIT.exec(text ?? '')?.[1].toLowerCase();
}

/** Of a text only those words. */
export function wordsOfUndoing(
  text: string | null | undefined,
): string | undefined {
  return (REQUEST.exec(text ?? '') ?? COMMIT.exec(text ?? ''))?.[0];
}

/** Record id of a merge request. */
export function requestId(slug: string, iid: number | string): string {
  return `gitlab:change:${slug}:${iid}`;
}
