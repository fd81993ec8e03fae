import { ServiceRecord } from 'backstage-plugin-accountability-common';

/** The seven digits by which people name a commit. */
export function shortSha(sha: string): string {
  return sha.slice(0, 7);
}

/**
 * A record by the name that people know it by. A deployment is its version;
 * without one its short commit, with the environment in brackets, since the
 * same commit goes through several: `2e1d0c7 (production)`. `bare` leaves the
 * environment to what stands beside the name.
 */
export function recordName(
  record: ServiceRecord,
  options: { bare?: boolean } = {},
): string {
  if (record.kind === 'incident') return shortId(record.id);
  if (record.kind !== 'deployment') return record.title ?? shortId(record.id);
  const { version, sha, environment = '?', title } = record;
  if (version) return version;
  const name = (sha && shortSha(sha)) ?? title ?? shortId(record.id);
  return options.bare ? name : `${name} (${environment})`;
}

/** The last part of a record id: `pagerduty:incident:INC-2207` is `INC-2207`. */
export function shortId(id: string): string {
  return id.split(':').pop() ?? id;
}
