import { createHash } from 'crypto';
import {
  CompiledPolicy,
  PolicyFile,
  celEngine,
} from 'backstage-plugin-accountability-engine';
import { canonicalText } from './canonicalText';
import { KeptPart } from './KeptPart';

/**
 * Names a policy: sha256, hex, of what its files say, of the parts that are
 * kept, and of the engine that runs it. A comment that moves changes nothing;
 * of files at fault the text counts, since faults have a line.
 */
export function digestPolicy(given: {
  files: readonly PolicyFile[];
  kept: readonly KeptPart[];
  diagnostics: CompiledPolicy['diagnostics'];
}): string {
  const { files, kept, diagnostics } = given;
  const faulty = new Set(diagnostics.map(({ file }) => file));
  const parts = {
    engine: [celEngine.id, celEngine.version],
    files: files.map(({ name, text }) => [
      name,
      faulty.has(name) ? text : canonicalText(text),
    ]),
    kept: kept.map(({ kind, name, file, text, rules }) => [
      kind,
      name,
      file,
      text,
      rules ?? null,
    ]),
  };
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
