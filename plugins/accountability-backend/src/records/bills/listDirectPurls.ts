import { Knex } from 'knex';
import { chunk } from 'lodash';
import { whereAny } from '../../database/whereAny';
import { readBillText } from './billText';
import { findBills } from './findBills';

/** Subjects of one statement, and lists of components of one. */
const SUBJECTS = 500;
const LISTS = 50;

/** What the newest bills of a subject name directly. */
export interface DirectPurls {
  subject: string;
  /** Package urls with their versions; of several bills maybe twice. */
  purls: readonly string[];
}

/** Goes through the newest bills of all services' subjects, in parts, so that no more than a part of them is in memory. */
export async function* listDirectPurls(
  knex: Knex,
  { now, signal }: { now: number; signal?: AbortSignal },
): AsyncGenerator<DirectPurls[]> {
  let after: string | undefined = '';
  while (after !== undefined) {
    signal?.throwIfAborted();
    const subjects: string[] = await knex('subject_keys')
      .distinct('subject')
      .where('subject', '>', after)
      .orderBy('subject')
      .limit(SUBJECTS)
      .pluck('subject');
    const found = await findBills(knex, { subjects, shas: [], to: now });
    const bills = found.map(({ report, digest }) => ({
      subject: report.subject,
      digest,
    }));
    for (const part of chunk(bills, LISTS)) {
      signal?.throwIfAborted();
      yield await readPart(knex, part);
    }
    after = subjects.length === SUBJECTS ? subjects.at(-1) : undefined;
  }
}

async function readPart(
  knex: Knex,
  bills: readonly { subject: string; digest: string }[],
): Promise<DirectPurls[]> {
  const digests = [...new Set(bills.map(({ digest }) => digest))];
  const rows: { digest: string; direct: string }[] = await whereAny(
    knex('bills').select('digest'),
    'digest',
    digests,
    // The others are most of it.
  ).select(
    knex.raw(
      knex.client.config.client === 'pg'
        ? `(components::json ->> 'direct') as direct`
        : `json_extract(components, '$.direct') as direct`,
    ),
  );
  const lists = new Map(
    rows.map(({ digest, direct }) => [
      digest,
      readBillText(`{"direct":${direct ?? '[]'}}`).map(({ purl }) => purl),
    ]),
  );
  return bills.map(({ subject, digest }) => ({
    subject,
    purls: lists.get(digest) ?? [],
  }));
}
