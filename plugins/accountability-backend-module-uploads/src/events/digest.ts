import { createHash } from 'node:crypto';

/** A short name for parts that are too long or too strange to be one; parts are told apart. */
export function digest(parts: readonly (string | undefined)[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts.map(part => part ?? null)))
    .digest('hex')
    .slice(0, 24);
}
