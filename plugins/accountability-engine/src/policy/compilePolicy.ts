import { LineCounter, isDocument, parseAllDocuments } from 'yaml';
import {
  CompiledPolicy,
  CompiledScorecard,
  Diagnostic,
  PolicyFile,
} from './CompiledPolicy';
import { FactType } from './PolicyEngine';
import { celEngine } from './cel/celEngine';
import { DocumentReader } from './load/DocumentReader';
import { compileScorecard } from './load/compileScorecard';

/** Files to compile, the facts that expressions may read, and the name of the result. */
export interface PolicyInput {
  files: readonly PolicyFile[];
  facts: readonly FactType[];
  /** sha256 of the canonical documents, hex; made by the caller. */
  digest: string;
}

function readFile(
  file: PolicyFile,
  diagnostics: Diagnostic[],
): DocumentReader[] {
  const lines = new LineCounter();
  const readers = [
    ...parseAllDocuments(file.text, {
      lineCounter: lines,
      prettyErrors: false,
    }),
  ]
    .filter(document => isDocument(document))
    .filter(({ contents, errors }) => contents !== null || errors.length > 0)
    .map(document => new DocumentReader(file, lines, document));
  if (readers.length === 0) {
    const message =
      'the file holds no scorecard (write one or remove the file)';
    diagnostics.push({ file: file.name, line: 1, column: 1, message });
  }
  return readers;
}

/**
 * Compiles every scorecard in the files. What is at fault is left out and told in `diagnostics`
 * with file, line and column; everything else stands.
 */
export function compilePolicy({
  files,
  facts,
  digest,
}: PolicyInput): CompiledPolicy {
  const scorecards = new Map<string, CompiledScorecard>();
  const diagnostics: Diagnostic[] = [];
  for (const reader of files.flatMap(file => readFile(file, diagnostics))) {
    const result = compileScorecard(reader, celEngine, { facts });
    diagnostics.push(...result.diagnostics);
    const { scorecard } = result;
    if (!scorecard) continue;
    if (scorecards.has(scorecard.name)) {
      const said = `duplicate scorecard '${scorecard.name}' (the first of that name stands; give this one another)`;
      diagnostics.push(reader.atPath(['metadata', 'name'], said));
    } else {
      scorecards.set(scorecard.name, scorecard);
    }
  }
  return {
    digest,
    scorecards: [...scorecards.values()],
    gates: [],
    documents: [],
    diagnostics,
  };
}
