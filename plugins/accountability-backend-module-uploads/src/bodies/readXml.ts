import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isDense } from './isDense';
import { Read, Unread } from './Read';
import { fieldOf } from './xmlFields';

/** How to read one kind of document. */
export interface XmlOptions {
  /** What the document is, for the sentence: `JUnit XML`. */
  what: string;
  /** Elements that may stand several times. */
  lists: readonly string[];
  /** Paths of elements whose inside is not looked at: `*.system-out`, `report.package`. */
  skip: readonly string[];
  /** Whether each element counts, and is checked; it takes as long as reading, and is not worth it where sums alone are read. */
  strict: boolean;
}

/** What may stand before the first element: a declaration, a licence. */
const MOST_PROLOG = 10_000;

/** Elements inside each other at most this deep; no report needs a third of it. */
const MOST_NESTED = 100;

const first = /<([A-Za-z_][\w.:-]*)/;

const malformed: Unread = {
  ok: false,
  because: `The body is no well-formed XML, or is nested deeper than ${MOST_NESTED} elements`,
};

const tooMany: Unread = {
  ok: false,
  because:
    'The XML holds more elements than are read; upload it in parts, each with a category of its own',
  tooLarge: true,
};

/** The name of the outermost element of a text; undefined where it is no XML. */
export function rootNameOf(text: string): string | undefined {
  return text.trimStart().startsWith('<') ? first.exec(text)?.[1] : undefined;
}

/**
 * Reads XML into its outermost element: attributes as `@name`, children by
 * name. No entity is expanded and no DTD fetched; a document that declares
 * entities, nests deeper than any report, or is cut off is refused.
 */
export function readXml(text: string, options: XmlOptions): Read<unknown> {
  const { what, lists, skip, strict } = options;
  const name = rootNameOf(text);
  if (!name) {
    return { ok: false, because: `The body is not XML, so it is not ${what}` };
  }
  const trouble = findTrouble(text, name);
  if (trouble) return trouble;
  if (isDense(text, strict ? 'xml' : 'xmlOfSums')) return tooMany;
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    ignoreDeclaration: true,
    ignorePiTags: true,
    processEntities: false,
    parseTagValue: false,
    jPath: false,
    maxNestedTags: MOST_NESTED,
    stopNodes: [...skip],
    isArray: tag => lists.includes(tag),
  });
  try {
    if (strict && XMLValidator.validate(text) !== true) return malformed;
    const document: unknown = parser.parse(text);
    const found = [fieldOf(document, name)].flat();
    return found.length === 1 ? { ok: true, value: found[0] } : malformed;
  } catch {
    return malformed;
  }
}

function findTrouble(text: string, name: string): Unread | undefined {
  const start = first.exec(text)?.index ?? 0;
  const prolog = text.slice(0, start);
  if (
    prolog.length > MOST_PROLOG ||
    /<!DOCTYPE[^>[]*\[|<!ENTITY/i.test(prolog)
  ) {
    return {
      ok: false,
      because: 'XML that declares entities or a DTD of its own is not read',
    };
  }
  if (!isWhole(text.slice(start), name)) {
    return {
      ok: false,
      because: `The XML is cut off: <${name.slice(0, 50)}> does not end`,
    };
  }
  return undefined;
}

/** The parser takes what is cut off for what is not there; half a report must not pass for a whole one. */
function isWhole(root: string, name: string): boolean {
  const end = root
    .slice(-2000)
    .replace(/<!--(?:(?!-->)[^])*-->/g, '')
    .trimEnd();
  const isAlone = end.endsWith('/>') && !root.slice(1).includes('<');
  return isAlone || end.replace(/\s+>$/, '>').endsWith(`</${name}>`);
}
