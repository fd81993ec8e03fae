import { createHash } from 'node:crypto';
import {
  CompiledPolicy,
  compilePolicy,
  FactType,
  PolicyFile,
} from 'backstage-plugin-accountability-engine';

/** Policy of files, as a server would compile it. */
export function compileFiles(
  files: readonly PolicyFile[],
  facts: readonly FactType[],
): CompiledPolicy {
  const digest = createHash('sha256');
  files.forEach(({ text }) => digest.update(text).update('\0'));
  return compilePolicy({ files, facts, digest: digest.digest('hex') });
}
