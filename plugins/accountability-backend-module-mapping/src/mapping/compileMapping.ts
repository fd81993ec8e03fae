import { z } from 'zod';
import { Authentication } from '../authentication/Authentication';
import { compileAuthentication } from '../authentication/compileAuthentication';
import { Reading, compileReading } from '../fields/compileReading';
import { Entry, compileEntry } from './compileEntry';
import { objectOf } from './objectOf';
import { Place } from './Place';

/** A mapping that was checked. */
export interface Mapping {
  id: string;
  path: string;
  authentication: Authentication;
  deliveryId?: Reading;
  type?: Reading;
  ignore: ReadonlySet<string>;
  entries: readonly Entry[];
  /** Headers that some expression reads, or that name the delivery. */
  keepHeaders: readonly string[];
}

/** A mapping, or sentences that say where it is wrong and what to do. */
export type CompiledMapping =
  | { ok: true; mapping: Mapping }
  | { ok: false; because: string };

/** Sentences at most; the rest shows once these are mended. */
const MOST_FAULTS = 5;

/** Headers of a request that hold secrets whatever the sender signs with. */
const secretHeaders = ['authorization', 'cookie', 'proxy-authorization'];

const keys = ['authentication', 'deliveryId', 'type', 'ignore', 'events'];
const scalars = ['string', 'bool', 'int', 'uint', 'double'];

/** Compiles the mapping of a source, all of it, so that what is wrong shows at start and not with a delivery. */
export function compileMapping(id: string, given: unknown): CompiledMapping {
  const place = Place.create(`accountability.mappings.${id}`);
  const mapping = compile(id, given, place);
  const { faults } = place;
  if (mapping && faults.length === 0) return { ok: true, mapping };
  const left = faults.length - MOST_FAULTS;
  return {
    ok: false,
    because: [
      ...faults.slice(0, MOST_FAULTS),
      ...(left > 0 ? [`and ${left} more`] : []),
    ].join('; '),
  };
}

function compile(
  id: string,
  given: unknown,
  place: Place,
): Mapping | undefined {
  if (!/^[a-z][a-z0-9-]{0,49}$/.test(id) || id === 'generic') {
    return place.refuse(
      'needs another name: small letters, digits and dashes, and not "generic"; it leads record ids and the intake\'s path',
    );
  }
  const object = objectOf(given);
  if (!object) return place.refuse('has to be an object');
  const { authentication: proof, deliveryId, type, ignore, events } = object;
  place.refuseUnknown(object, keys);
  const authentication = compileAuthentication(
    proof,
    place.at('authentication'),
  );
  const inside = place.with({
    secretHeaders: [...secretHeaders, ...(authentication?.secretHeaders ?? [])],
  });
  const optional = (key: string, expression: unknown) =>
    expression === undefined
      ? undefined
      : compileReading(expression, inside.at(key), scalars);
  const mapping = {
    id,
    path: place.path,
    deliveryId: optional('deliveryId', deliveryId),
    type: optional('type', type),
    ignore: readIgnore(ignore, inside.at('ignore'), type !== undefined),
    entries: compileEntries(events, inside.at('events'), id),
  };
  return (
    authentication && {
      ...mapping,
      authentication,
      keepHeaders: headersOf(mapping, authentication),
    }
  );
}

function readIgnore(
  given: unknown,
  place: Place,
  hasType: boolean,
): ReadonlySet<string> {
  const types = z
    .array(z.union([z.string(), z.number(), z.boolean()]))
    .default([])
    .safeParse(given);
  if (!types.success) place.refuse('has to be a list of types');
  const read = types.data ?? [];
  if (read.length > 0 && !hasType) {
    place.refuse('needs type, the expression that gives the type of an event');
  }
  return new Set(read.map(String));
}

function compileEntries(given: unknown, place: Place, source: string): Entry[] {
  if (!Array.isArray(given) || given.length === 0) {
    place.refuse('has to be a list of at least one event');
    return [];
  }
  return given
    .map((entry: unknown, index) =>
      compileEntry(entry, place.at(index), source),
    )
    .filter(entry => entry !== undefined);
}

function headersOf(
  mapping: Pick<Mapping, 'deliveryId' | 'type' | 'entries'>,
  { idHeader }: Authentication,
): string[] {
  const readings = [
    mapping.deliveryId,
    mapping.type,
    ...mapping.entries.flatMap(({ each, fields }) => [
      each,
      ...fields.values(),
    ]),
  ];
  const expressions = [
    ...readings.flatMap(reading => reading?.expressions ?? []),
    ...mapping.entries.flatMap(({ when }) => when ?? []),
  ];
  return [
    ...new Set([
      ...(idHeader ? [idHeader] : []),
      ...expressions.flatMap(({ headers }) => [...headers]),
    ]),
  ];
}
