import { FactType, PolicyFile } from 'backstage-plugin-accountability-engine';
import { readFacts } from '../policy/readFacts';
import { readPolicyFiles } from '../policy/readPolicyFiles';
import { oneOf } from './oneOf';
import { PolicyCheckFlags } from './PolicyFlags';

/** What a command on policy works with, or everything that stands against it. */
export type PolicyPaths<F extends string> =
  | { ok: true; files: PolicyFile[]; facts: FactType[]; format: F }
  | { ok: false; because: string[] };

/** Reads the files, the facts that they may read, and the format. */
export async function readPolicyPaths<F extends string>(
  paths: string[],
  flags: PolicyCheckFlags,
  formats: readonly F[],
): Promise<PolicyPaths<F>> {
  const format = oneOf('--format', flags.format, formats);
  const facts = await readFacts(flags.facts);
  const { files, because } = await readPolicyFiles(paths);
  if (format.ok && facts.ok && because.length === 0) {
    return { ok: true, files, facts: facts.facts, format: format.word };
  }
  return {
    ok: false,
    because: [
      ...(format.ok ? [] : [format.because]),
      ...(facts.ok ? [] : facts.because),
      ...because,
    ],
  };
}
