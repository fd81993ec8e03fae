import { Config } from '@backstage/config';

/** The secrets of a source, or a sentence that says which key is missing. */
export type SourceSecrets =
  | { ok: true; secrets: string[] }
  | { ok: false; because: string };

/**
 * Reads `accountability.sources.<source>.secrets`. Several are in force at
 * once, so that a secret can be rotated without losing a delivery.
 */
export function readSecrets(config: Config, source: string): SourceSecrets {
  const key = `accountability.sources.${source}.secrets`;
  const secrets = config.getOptionalStringArray(key) ?? [];
  return secrets.length > 0
    ? { ok: true, secrets }
    : {
        ok: false,
        because: `No webhooks of ${source} are taken: ${key} names no secret`,
      };
}
