import { Collected } from 'backstage-plugin-accountability-node';
import { collectMapped } from './mapping/collectMapped';
import { compileMapping } from './mapping/compileMapping';

/** A saved payload, to try a mapping on. */
export interface SavedDelivery {
  headers?: Readonly<Record<string, string>>;
  /** The body as it was sent. */
  body: string | Buffer;
  /** Epoch milliseconds. */
  receivedAt?: number;
}

/** What a mapping makes of a saved payload, or why the mapping is not one. Nothing is verified or stored. */
export function readMapping(
  id: string,
  mapping: unknown,
  delivery: SavedDelivery,
): Collected | { status: 'invalid'; because: string } {
  const compiled = compileMapping(id, mapping);
  if (!compiled.ok) return { status: 'invalid', because: compiled.because };
  const { headers = {}, body, receivedAt = 0 } = delivery;
  const named = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  return collectMapped(compiled.mapping, {
    headers: Object.fromEntries(named),
    body: Buffer.from(body),
    receivedAt,
  });
}
