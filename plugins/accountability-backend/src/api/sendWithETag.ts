import { createHash } from 'node:crypto';

interface JsonResponse<T> {
  setHeader(name: string, value: string): unknown;
  json(body: T): unknown;
}

/** Answers with the digest of the answer as ETag; express makes it a 304 where the caller has it already. */
export function sendWithETag<T>(res: JsonResponse<T>, body: T): void {
  const digest = createHash('sha256')
    .update(JSON.stringify(body))
    .digest('base64url');
  res.setHeader('ETag', `"${digest}"`);
  res.setHeader('Cache-Control', 'private, no-cache');
  res.json(body);
}
