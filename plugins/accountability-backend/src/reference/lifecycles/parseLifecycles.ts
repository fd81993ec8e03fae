import { componentOf, Lifecycle } from 'backstage-plugin-accountability-engine';
import { z } from 'zod';
import { parseJson } from '../lists/parseJson';
import { ParsedList } from '../lists/ReferenceList';

const release = z.object({
  name: z.string().min(1).max(200),
  isEol: z.boolean().nullish(),
  eolFrom: z.iso.date().nullish(),
});

const product = z.object({
  name: z.string().min(1).max(200),
  label: z.string().max(500),
  identifiers: z
    .array(z.object({ type: z.string(), id: z.string() }))
    .nullish(),
  releases: z.array(release),
});

const schema = z.object({
  generated_at: z.iso.datetime({ offset: true }),
  result: z.array(product).min(1),
});

/** Reads what the API of endoflife.date answers at `/api/v1/products/full`. */
export async function parseLifecycles(bytes: Buffer): Promise<ParsedList> {
  const read = parseJson(bytes, schema);
  if (read.status === 'fault') return read;
  const { generated_at: madeAt, result } = read.value;
  return {
    status: 'read',
    asOf: Date.parse(madeAt),
    entries: new Map(
      result.map(given => [given.name, JSON.stringify(toLifecycle(given))]),
    ),
  };
}

function toLifecycle({
  name,
  label,
  identifiers,
  releases,
}: z.output<typeof product>): Lifecycle {
  const urls = (identifiers ?? []).filter(({ type }) => type === 'purl');
  return {
    product: name,
    title: label,
    packages: [...new Set(urls.flatMap(({ id }) => packageOf(id)))],
    cycles: releases.map(toCycle),
  };
}

/** From the first instant of the day that is named; a release that has one is not asked whether it has ended, which moves. */
function toCycle({
  name,
  isEol,
  eolFrom,
}: z.output<typeof release>): Lifecycle['cycles'][number] {
  return typeof eolFrom === 'string'
    ? { name, eolFrom: Date.parse(eolFrom) }
    : { name, ...(typeof isEol === 'boolean' && { isEol }) };
}

/** Without the version that some name; none where it is no package url. */
function packageOf(purl: string): string[] {
  if (!purl.startsWith('pkg:')) return [];
  try {
    return [componentOf({ purl }).package];
  } catch {
    // What is encoded in it is no text.
    return [];
  }
}
