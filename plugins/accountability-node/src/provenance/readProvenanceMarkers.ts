import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { describeIssues } from '../describeIssues';
import { ProvenanceMarker, provenanceMarkerSchema } from './ProvenanceMarker';
import { provenanceMarkers } from './provenanceMarkers';

const KEY = 'accountability.provenance';

const schema = z.strictObject({
  markers: z.array(provenanceMarkerSchema).max(500).default([]),
  disabled: z.array(z.string()).max(500).default([]),
});

/**
 * The markers in force: ours, less those that `accountability.provenance`
 * disables by id, and those that it adds; one of the same id takes the place of
 * ours. Throws `InputError` where the configuration cannot be meant so.
 */
export function readProvenanceMarkers(config: Config): ProvenanceMarker[] {
  const read = schema.safeParse(config.getOptional(KEY) ?? {});
  if (!read.success) {
    throw new InputError(`${KEY}: ${describeIssues(read.error)}`);
  }
  const { markers, disabled } = read.data;
  const known = new Set([...provenanceMarkers, ...markers].map(({ id }) => id));
  const unknown = disabled.filter(id => !known.has(id));
  if (unknown.length > 0) {
    throw new InputError(
      `${KEY}.disabled names ${unknown.join(', ')}, which is no marker`,
    );
  }
  const off = new Set([...disabled, ...markers.map(({ id }) => id)]);
  return [
    ...provenanceMarkers.filter(({ id }) => !off.has(id)),
    ...markers.filter(({ id }) => !disabled.includes(id)),
  ];
}
