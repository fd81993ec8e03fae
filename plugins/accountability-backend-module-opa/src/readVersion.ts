import { HttpClient } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

const told = z.object({ provenance: z.object({ version: z.string() }) });

/** OPA puts its version into any answer that is asked for it, whether the document is there or not; this one is small. */
const path = '/v1/data/system/version';

/** The version that OPA says it is; `unknown` where it cannot be had. */
export async function readVersion(
  client: HttpClient,
  signal: AbortSignal,
): Promise<string> {
  const query = { provenance: 'true' };
  const answer = await client.get({ path, query, signal });
  const read = told.safeParse(
    answer.status === 'answered' ? answer.body : undefined,
  );
  return read.success ? read.data.provenance.version.slice(0, 40) : 'unknown';
}
