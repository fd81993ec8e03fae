import { Diagnostic } from '../CompiledPolicy';
import { DocumentReader } from './DocumentReader';
import { sortYamlFaults } from './yamlFaults';

/** A document as plain data, with the YAML faults of single rules; or why it cannot be read. */
export type ReadDocument =
  | { value: unknown; broken: Map<number, Diagnostic[]> }
  | { faults: Diagnostic[] };

/** Places that an alias may stand for; more is a document that unfolds without end. */
const MAX_ALIASES = 50;

/** Reads a document whose rules stand in a list of this name. */
export function readDocument(
  reader: DocumentReader,
  list: 'checks' | 'rules',
): ReadDocument {
  const { document, rules } = sortYamlFaults(reader, list);
  if (document.length > 0) return { faults: document };
  try {
    const value: unknown = reader.document.toJS({ maxAliasCount: MAX_ALIASES });
    return { value, broken: rules };
  } catch (error) {
    const why =
      error instanceof RangeError
        ? 'it is nested too deeply'
        : String(Reflect.get(Object(error), 'message'));
    const message = `the document cannot be read: ${why}`;
    return { faults: [reader.atPath([], message)] };
  }
}
