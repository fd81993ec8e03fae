import { Config } from '@backstage/config';
import { describeIssues } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

const schema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .refine(
      url => !/[?#]/.test(url) && !new URL(url).password,
      'must have no query and no password; a token goes into token',
    ),
  token: z.string().min(1).optional(),
  timeoutMs: z.int().min(100).max(15_000).default(2000),
  concurrency: z.int().min(1).max(64).default(8),
});

/** How OPA is asked. */
export type OpaSettings = z.infer<typeof schema>;

/** Reads `accountability.opa`, or says which key cannot be meant so. Never repeats a value. */
export function readOpaSettings(
  config: Config,
): { ok: true; settings: OpaSettings } | { ok: false; because: string } {
  const key = 'accountability.opa';
  if (!config.has(key)) {
    return { ok: false, because: `${key}.url says not where it is` };
  }
  const read = schema.safeParse(config.get(key));
  return read.success
    ? { ok: true, settings: read.data }
    : { ok: false, because: `${key}: ${describeIssues(read.error)}` };
}
