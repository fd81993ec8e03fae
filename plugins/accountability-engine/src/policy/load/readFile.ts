import { LineCounter, isDocument, parseAllDocuments } from 'yaml';
import { Diagnostic, PolicyFile } from '../CompiledPolicy';
import { DocumentReader } from './DocumentReader';

/** Characters of one file. */
const MAX_LENGTH = 256 * 1024;
/** Documents of one file. */
const MAX_DOCUMENTS = 100;

function parse(file: PolicyFile, merge: boolean): DocumentReader[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(file.text, {
    lineCounter,
    ...(merge && { merge }),
    prettyErrors: false,
    // See `duplicateKeys`: 40,000 keys of one map took this reader half a minute.
    uniqueKeys: false,
  });
  return [...documents]
    .filter(document => isDocument(document))
    .filter(({ contents, errors }) => contents !== null || errors.length > 0)
    .map(document => new DocumentReader(file, lineCounter, document));
}

/** The documents of a file, or why it cannot be read at all; `merge` has `<<` take over keys of another map. Never throws. */
export function readFile(
  file: PolicyFile,
  { merge = false }: { merge?: boolean } = {},
): DocumentReader[] | Diagnostic {
  const fault = (message: string): Diagnostic => ({
    file: file.name,
    line: 1,
    column: 1,
    message,
  });
  if (file.text.length > MAX_LENGTH) {
    return fault(
      `the file is longer than ${
        MAX_LENGTH / 1024
      } KiB (split it into several files)`,
    );
  }
  const documents = file.text.match(/^---/gm)?.length ?? 0;
  if (documents > MAX_DOCUMENTS) {
    return fault(
      `the file holds more than ${MAX_DOCUMENTS} documents (split it into several files)`,
    );
  }
  try {
    const readers = parse(file, merge);
    return readers.length > 0
      ? readers
      : fault(
          'the file holds no policy (write a scorecard or remove the file)',
        );
  } catch (error) {
    const why =
      error instanceof RangeError
        ? 'it is nested too deeply'
        : String(Reflect.get(Object(error), 'message'));
    return fault(`the file cannot be read: ${why}`);
  }
}
