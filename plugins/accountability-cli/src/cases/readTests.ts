import { PolicyFault } from 'backstage-plugin-accountability-common';
import {
  describeIssues,
  didYouMean,
  DocumentReader,
  PolicyFile,
  readPolicyFile,
} from 'backstage-plugin-accountability-engine';
import { visit } from 'yaml';
import { TestDocument } from './TestDocument';
import { testKeys, testShape } from './testShape';

/** Tests that can be run, and what is wrong with the others. */
export interface ReadTests {
  tests: TestDocument[];
  faults: PolicyFault[];
}

/** A fixture stands in many cases; beyond this a document unfolds without end. */
const mostAliases = 10_000;

/** The documents of kind `PolicyTest` in the files. */
export function readTests(files: readonly PolicyFile[]): ReadTests {
  const found: ReadTests = { tests: [], faults: [] };
  for (const file of files) {
    const readers = readPolicyFile(file, { merge: true });
    if (!Array.isArray(readers)) {
      found.faults.push(readers);
      continue;
    }
    for (const reader of readers) {
      if (reader.textAt(['kind']) !== 'PolicyTest') continue;
      const read = readTest(reader);
      if (Array.isArray(read)) found.faults.push(...read);
      else found.tests.push(read);
    }
  }
  return found;
}

function readTest(reader: DocumentReader): TestDocument | PolicyFault[] {
  const { document } = reader;
  const slips = [...document.errors, ...document.warnings];
  if (slips.length > 0) {
    return slips.map(({ pos, message }) => reader.at(pos[0], message));
  }
  const lost = lostAliases(reader);
  if (lost.length > 0) return lost;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    const why = String(Reflect.get(Object(error), 'message'));
    return [reader.atPath([], `the document cannot be read: ${why}`)];
  }
  const read = testShape.safeParse(value);
  if (read.success) return { reader, test: read.data };
  return read.error.issues.flatMap(issue => {
    const path = issue.path.filter(part => typeof part !== 'symbol');
    if (issue.code !== 'unrecognized_keys') {
      return describeIssues([issue], reader);
    }
    return issue.keys.map(key =>
      reader.atKey(
        path,
        key,
        `unknown key '${key}'${didYouMean(key, testKeys)}`,
      ),
    );
  });
}

/** Aliases without an anchor before them; the reader of YAML would tell the first, and not where. */
function lostAliases(reader: DocumentReader): PolicyFault[] {
  const { document } = reader;
  const faults: PolicyFault[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Alias(_, { source, range }) {
      if (anchors.has(source)) return;
      const said = `there is no anchor '${source}' before this`;
      faults.push(reader.at(range?.[0] ?? 0, said));
    },
    Value(_, { anchor }) {
      if (anchor) anchors.add(anchor);
    },
  });
  return faults;
}
