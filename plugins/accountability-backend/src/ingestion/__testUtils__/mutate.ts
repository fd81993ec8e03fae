/** Numbers between 0 and 1 that depend on the seed alone (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 0x100000000;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/** What stands in the place of a value: other types, borders, and what databases and parsers trip over. */
const strangers: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  0.1,
  '',
  ' ',
  // Long enough for a pattern that takes the square of it to be noticed.
  'x'.repeat(20_000),
  '\u0000',
  '\ud800',
  '𝕏 ☃ Ω',
  '__proto__',
  'constructor',
  '../../etc',
  '2026-02-31T25:61:61Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999+14:00',
  '2026-11-23 12:00:00',
  'data:text/html,<script>',
  "'; drop table records; --",
  [],
  {},
  [[[[]]]],
  { id: {} },
];

type Random = () => number;
type Container = Record<string, unknown> | unknown[];

const pick = <T>(random: Random, items: readonly T[]): T =>
  items[Math.floor(random() * items.length)];

/** Changes a body in a few places: values, keys and lists of JSON, or raw bytes where the dice say so. */
export function mutate(body: string, random: Random): Buffer {
  if (random() < 0.15) return mutateBytes(Buffer.from(body), random);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return mutateBytes(Buffer.from(body), random);
  }
  const changes = 1 + Math.floor(random() * 4);
  for (let change = 0; change < changes; change++) {
    const places = containersOf(value);
    if (places.length > 0) mutateContainer(pick(random, places), random);
  }
  return Buffer.from(JSON.stringify(value) ?? 'null');
}

/** Every object and list in a value, itself among them. */
function containersOf(value: unknown): Container[] {
  if (Array.isArray(value)) return [value, ...value.flatMap(containersOf)];
  if (!isObject(value)) return [];
  return [value, ...Object.values(value).flatMap(containersOf)];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mutateContainer(container: Container, random: Random): void {
  if (Array.isArray(container)) {
    const index = Math.floor(random() * (container.length + 1));
    const kind = random();
    if (kind < 0.3) container.splice(index, 1);
    else if (kind < 0.6) container.push(...container.slice(0, 20));
    else container[index] = structuredClone(pick(random, strangers));
    return;
  }
  const keys = Object.keys(container);
  const key = keys.length > 0 ? pick(random, keys) : 'id';
  const kind = random();
  if (kind < 0.25) delete container[key];
  else if (kind < 0.4) container[key] = [container[key], container[key]];
  else container[key] = structuredClone(pick(random, strangers));
}

function mutateBytes(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  if (random() < 0.3) {
    return copy.subarray(0, Math.floor(random() * copy.length));
  }
  const flips = 1 + Math.floor(random() * 8);
  for (let flip = 0; flip < flips && copy.length > 0; flip++) {
    copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  }
  return copy;
}
