import { columnOf } from './columnOf';

/** Fills a row's values in; empty where any column it needs is empty. */
export type Template = (values: Record<string, unknown>) => string;

type Filter = (text: string) => string;

/** A template, or why it cannot be read. */
export type TemplateResult =
  | { ok: true; template: Template }
  | { ok: false; because: string };

const filters: Record<string, ((argument: string) => Filter) | undefined> = {
  strip: prefix => text =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  lower: () => text => text.toLowerCase(),
  slug: () => text =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
  default: fallback => text => text || fallback,
  // The first group of the expression, or all that it matches.
  match: expression => {
    const regex = new RegExp(expression);
    return text => {
      const found = regex.exec(text);
      return found?.[1] ?? found?.[0] ?? '';
    };
  },
};

/** Reads a template such as `group:default/{new_team|strip:#}`. */
export function compileTemplate(source: string): TemplateResult {
  const pieces: Template[] = [];
  for (const [text] of source.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g)) {
    if (text === '{' || text === '}') {
      return { ok: false, because: `"${source}" has a brace without its twin` };
    }
    const piece = text.startsWith('{')
      ? compileSlot(text.slice(1, -1))
      : { ok: true as const, template: () => text };
    if (!piece.ok) return piece;
    pieces.push(piece.template);
  }
  return {
    ok: true,
    template: values => {
      const texts = pieces.map(piece => piece(values));
      return texts.includes('') ? '' : texts.join('');
    },
  };
}

function compileSlot(slot: string): TemplateResult {
  const [column, ...parts] = slot.split('|');
  const chain: Filter[] = [];
  for (const part of parts) {
    const colon = part.indexOf(':');
    const name = colon < 0 ? part : part.slice(0, colon);
    const make = Object.hasOwn(filters, name) ? filters[name] : undefined;
    if (!make) {
      return {
        ok: false,
        because: `there is no filter "${name}"; there are ${Object.keys(
          filters,
        ).join(', ')}`,
      };
    }
    try {
      chain.push(make(colon < 0 ? '' : part.slice(colon + 1)));
    } catch (error) {
      return { ok: false, because: String(error) };
    }
  }
  return {
    ok: true,
    template: values =>
      chain.reduce(
        (text, filter) => filter(text),
        columnOf(values, column.trim()).trim(),
      ),
  };
}
