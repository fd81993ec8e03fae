import { Config } from '@backstage/config';
import { z } from 'zod';

/** The secrets of a source, or a sentence that says which key is missing. */
export type SourceSecrets =
  | { ok: true; secrets: string[] }
  | { ok: false; because: string };

/** A single text is a list of one; an empty one is a variable that is not set. */
const schema = z
  .union([z.string().transform(text => [text]), z.array(z.string())])
  .transform(list => list.filter(text => text.trim() !== ''));

/**
 * Reads `accountability.sources.<source>.secrets`. Several are in force at
 * once, so that a secret can be rotated without losing a delivery. Never
 * throws: a source without a secret must not keep the others from starting.
 */
export function readSecrets(config: Config, source: string): SourceSecrets {
  const key = `accountability.sources.${source}.secrets`;
  const read = schema.safeParse(config.getOptional(key) ?? []);
  if (!read.success) {
    return {
      ok: false,
      because: `No webhooks of ${source} are taken: ${key} must be a list of texts`,
    };
  }
  return read.data.length > 0
    ? { ok: true, secrets: read.data }
    : {
        ok: false,
        because: `No webhooks of ${source} are taken: ${key} names no secret`,
      };
}
