import { redirectHint } from './redirectHint';

/** Why a request was not answered well: the status, 0 where nothing was reached, and a sentence. */
export function troubleOf(thrown: unknown): { code: number; words: string } {
  const error = typeof thrown === 'object' && thrown ? thrown : {};
  const code = 'statusCode' in error ? Number(error.statusCode) : 0;
  const cause = 'cause' in error ? messageOf(error.cause) : undefined;
  const sentence = cause ?? messageOf(thrown) ?? String(thrown);
  if (code === 0) {
    return { code, words: `the server was not reached: ${sentence}` };
  }
  if (code === 401) {
    return { code, words: 'the token is missing or not valid' };
  }
  if (code >= 300 && code < 400) {
    return { code, words: `the server answered ${code}, ${redirectHint}` };
  }
  return { code, words: `the server answered ${code}: ${sentence}` };
}

/** Looks at the shape, since an error of `fetch` need not be of this realm's `Error`. */
function messageOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || !thrown || !('message' in thrown)) {
    return undefined;
  }
  return String(thrown.message) || undefined;
}
