/** One part of a generic body, at its line (NDJSON) or place (array), counted from 1. */
export type Part =
  | { line: number; value: unknown }
  | { line: number; because: string };

/** The parts of a generic body, or why it cannot be read at all. */
export type Parts =
  | { ok: true; parts: Part[] }
  | { ok: false; because: string };

/** Splits a body into its parts by its content type. */
export function readParts(contentType: string, body: string): Parts {
  const type = contentType.split(';')[0].trim().toLowerCase();
  if (type === 'application/x-ndjson') return readLines(body);
  if (type === 'application/json') return readJson(body);
  return {
    ok: false,
    because: `The content type "${type}" cannot be read; send application/json or application/x-ndjson`,
  };
}

function readLines(body: string): Parts {
  const parts = body
    .split('\n')
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== '')
    .map(({ text, line }) => parseLine(text, line));
  return parts.length > 0 && parts.every(part => 'because' in part)
    ? { ok: false, because: 'No line of the body is JSON' }
    : { ok: true, parts };
}

function parseLine(text: string, line: number): Part {
  try {
    return { line, value: JSON.parse(text) };
  } catch {
    return { line, because: 'is not JSON' };
  }
}

function readJson(body: string): Parts {
  if (body.trim() === '') return { ok: true, parts: [] };
  try {
    const value: unknown = JSON.parse(body);
    return { ok: true, parts: listOf(value).map(toPart) };
  } catch {
    return { ok: false, because: 'The body is not JSON' };
  }
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (value !== null && typeof value === 'object' && 'events' in value) {
    if (Array.isArray(value.events)) return value.events;
  }
  return [value];
}

function toPart(value: unknown, index: number): Part {
  return { line: index + 1, value };
}
