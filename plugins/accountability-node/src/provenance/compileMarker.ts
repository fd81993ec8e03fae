import { addressed, ProvenanceMarker } from './ProvenanceMarker';
import { isOneOf, readIdentity } from './readIdentity';

/** A marker that can be looked for. */
export interface CompiledMarker extends ProvenanceMarker {
  /** Whether it is in a text of its channel. */
  isIn(text: string): boolean;
  /** Of a text that it is in, the part that is the marker; empty for addresses, which are one in whole. */
  partOf(text: string): string;
}

/** Reads the patterns of a marker once. */
export function compileMarker(marker: ProvenanceMarker): CompiledMarker {
  const { channel, match } = marker;
  if (addressed.has(channel)) {
    return {
      ...marker,
      isIn: text => isOneOf(readIdentity(text), match),
      partOf: () => '',
    };
  }
  const start = channel === 'trailer' ? '^' : '';
  const patterns = match.map(one => RegExp(`${start}(?:${one})`, 'iu'));
  return {
    ...marker,
    isIn: text => patterns.some(one => one.test(text)),
    partOf: text =>
      patterns.flatMap(one => one.exec(text)?.[0] ?? []).at(0) ?? '',
  };
}
