import { DateTime } from 'luxon';
import { z } from 'zod';
import { parseJson } from '../lists/parseJson';
import { ParsedList } from '../lists/ReferenceList';
import { cvePattern } from './cvePattern';

const schema = z.object({
  /** Mirrors leave it out; the version is a day, `2026.11.23`. */
  dateReleased: z.string().optional(),
  catalogVersion: z.string().optional(),
  vulnerabilities: z
    .array(
      z.object({
        cveID: z.string().trim().toUpperCase().regex(cvePattern),
        dateAdded: z.iso.date(),
      }),
    )
    .min(1),
});

/** Reads the Known Exploited Vulnerabilities Catalog of CISA, its JSON: the UTC day on which each was added. */
export async function parseKev(bytes: Buffer): Promise<ParsedList> {
  const read = parseJson(bytes, schema);
  if (read.status === 'fault') return read;
  const { dateReleased, catalogVersion, vulnerabilities } = read.value;
  const made = [
    DateTime.fromISO(dateReleased ?? '', { zone: 'utc' }),
    DateTime.fromFormat(catalogVersion ?? '', 'yyyy.MM.dd', { zone: 'utc' }),
  ].find(({ isValid }) => isValid);
  if (!made) {
    return {
      status: 'fault',
      because: 'neither dateReleased nor catalogVersion says when it was made',
    };
  }
  return {
    status: 'read',
    asOf: made.toMillis(),
    entries: new Map(
      vulnerabilities.map(({ cveID, dateAdded }) => [cveID, dateAdded]),
    ),
  };
}
