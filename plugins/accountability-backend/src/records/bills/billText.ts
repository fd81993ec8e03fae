import { createHash } from 'node:crypto';

/** What is built in: a package url, and whether it is asked for itself. */
export interface BillComponent {
  purl: string;
  direct?: true;
}

/**
 * Components as they are stored, and the digest of that: the same for the same
 * components in whatever order they came, and however often.
 */
export function writeBillText(components: readonly BillComponent[]): {
  digest: string;
  text: string;
} {
  const direct = new Set(
    components.filter(one => one.direct).map(({ purl }) => purl),
  );
  const others = new Set(
    components.map(({ purl }) => purl).filter(purl => !direct.has(purl)),
  );
  // Two lists of urls: half as long as an object for each.
  const text = JSON.stringify({
    direct: [...direct].sort(),
    others: [...others].sort(),
  });
  return { text, digest: createHash('sha256').update(text).digest('hex') };
}

/** Components out of their text; none where it cannot be read. */
export function readBillText(text: string): BillComponent[] {
  const value = parse(text);
  return [
    ...urlsOf(value, 'direct').map(purl => ({ purl, direct: true as const })),
    ...urlsOf(value, 'others').map(purl => ({ purl })),
  ];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function urlsOf(value: unknown, name: 'direct' | 'others'): string[] {
  if (value === null || typeof value !== 'object') return [];
  const list: unknown = Reflect.get(value, name);
  return Array.isArray(list)
    ? list.filter((purl): purl is string => typeof purl === 'string')
    : [];
}
