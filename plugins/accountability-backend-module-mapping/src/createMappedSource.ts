import {
  DeliverySource,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { plainValue } from './expressions/plainValue';
import { collectMapped, scopeOf } from './mapping/collectMapped';
import { Mapping, compileMapping } from './mapping/compileMapping';
import { mostBytes, readPayload } from './payload/readPayload';

/** A source, or sentences that say where its mapping is wrong and what to do. */
export type MappedSource =
  | { ok: true; source: DeliverySource }
  | { ok: false; because: string };

/** Makes a source out of its mapping, which is what stands under `accountability.mappings.<id>`. */
export function createMappedSource(id: string, mapping: unknown): MappedSource {
  const compiled = compileMapping(id, mapping);
  if (!compiled.ok) return compiled;
  return { ok: true, source: sourceOf(compiled.mapping) };
}

function sourceOf(mapping: Mapping): DeliverySource {
  return {
    id: mapping.id,
    authentication: 'signature',
    maxBodyBytes: mostBytes,
    keepHeaders: mapping.keepHeaders,
    verify: mapping.authentication.verify,
    identify: delivery => identify(mapping, delivery),
    collect: delivery => collectMapped(mapping, delivery),
  };
}

function identify(
  mapping: Mapping,
  delivery: IncomingDelivery,
): string | undefined {
  const { idHeader } = mapping.authentication;
  if (!mapping.deliveryId) return idHeader && delivery.headers[idHeader];
  const payload = readPayload(delivery.body);
  const scope = scopeOf(mapping, delivery, payload.ok ? payload.value : null);
  const value = mapping.deliveryId.read(scope);
  const plain = value === undefined ? undefined : plainValue(value);
  return plain === undefined || typeof plain === 'object'
    ? undefined
    : String(plain);
}
