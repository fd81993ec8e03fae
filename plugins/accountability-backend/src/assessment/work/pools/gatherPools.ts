import { createHash } from 'crypto';
import {
  BuildRecord,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import {
  FactDefinition,
  poolUseOf,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { dayOf } from '../../../database/dayOf';
import { PoolDayRow } from '../../../database/tables';
import { whereAny } from '../../../database/whereAny';
import { readRecords } from '../../../records';
import { PoolWork, SubjectChange, UseOfDay } from './PoolWork';
import { diffUses } from './diffUses';
import { PoolSpan, poolSpan } from './poolSpan';
import { readPoolSubjects, ToldSubject } from './readPoolSubjects';
import { readPoolTotals } from './readPoolTotals';

interface Asked {
  entityRefs: readonly string[];
  /** Records of each of those services, as far back as facts need them. */
  records: readonly (readonly ServiceRecord[])[];
  facts: readonly FactDefinition[];
  now: number;
}

/**
 * What the services used of pools of runners on closed days beside what is
 * stored of it, and what all services used, in a number of statements that does
 * not grow with the services. It is told subject by subject, so that a job of
 * several services is summed up once. Days before the window are told where
 * late records speak of them, or where nothing was told before.
 */
export async function gatherPools(knex: Knex, asked: Asked): Promise<PoolWork> {
  const span = poolSpan(asked.facts, asked.now);
  if (!span) return { changes: [] };
  const subjects = await readPoolSubjects(knex, { ...asked, span });
  const builds = buildsOf(asked.records);
  const uses = bySubject(usesOf(builds, { from: span.from, to: span.today }));
  const changes = await diffStored(knex, { subjects, uses, span });
  const pools = [...uses.values()].flat().map(({ pool }) => pool);
  const totals = await readPoolTotals(knex, {
    pools: [...new Set(pools)],
    from: span.from,
    to: span.today,
    changes: changes.flatMap(change => change.uses),
  });
  return { totals: { since: span.from, days: totals }, changes };
}

/** Builds of several services, each once. */
function buildsOf(records: Asked['records']): BuildRecord[] {
  const builds = new Map<string, BuildRecord>();
  for (const ofService of records) {
    for (const record of ofService) {
      if (record.kind === 'build') builds.set(record.id, record);
    }
  }
  return [...builds.values()];
}

async function diffStored(
  knex: Knex,
  given: {
    subjects: readonly ToldSubject[];
    uses: ReadonlyMap<string, UseOfDay[]>;
    span: PoolSpan<number>;
  },
): Promise<SubjectChange[]> {
  const { uses, span } = given;
  const moved = given.subjects
    .map(told => ({ told, digest: digestOf(uses.get(told.subject) ?? []) }))
    .filter(
      ({ told, digest }) =>
        told.digest !== digest || told.olderFrom !== undefined,
    );
  if (moved.length === 0) return [];
  const older = await readOlder(
    knex,
    moved.map(({ told }) => told),
    span,
  );
  const stored = await readStored(knex, moved, span);
  const changes = moved.map(({ told, digest }) => {
    const { subject, olderFrom } = told;
    const from = dayOf(olderFrom ?? span.from);
    const now = [
      ...(older.get(subject) ?? []).filter(({ day }) => day >= from),
      ...(uses.get(subject) ?? []),
    ];
    const before = (stored.get(subject) ?? []).filter(
      ({ day }) => day >= from && day < dayOf(span.today),
    );
    return {
      subject,
      toldBy: told.entityRefs,
      since: told.since,
      digest,
      uses: diffUses(before, now),
      moves: told.digest !== digest || told.storedSince !== told.since,
    };
  });
  return changes.filter(one => one.moves || one.uses.length > 0);
}

/** Use on days before the window, read only where it may have changed. */
async function readOlder(
  knex: Knex,
  subjects: readonly ToldSubject[],
  { from: to }: PoolSpan<number>,
): Promise<Map<string, UseOfDay[]>> {
  const reaching = subjects.filter(told => told.olderFrom !== undefined);
  if (reaching.length === 0) return new Map();
  const from = Math.min(...reaching.map(({ olderFrom = to }) => olderFrom));
  const records = await readRecords(knex, {
    subjects: reaching.map(({ subject }) => subject),
    kinds: ['build'],
    from,
    to,
  });
  const builds = records.filter(record => record.kind === 'build');
  return bySubject(usesOf(builds, { from, to }));
}

async function readStored(
  knex: Knex,
  moved: readonly { told: ToldSubject }[],
  { from }: PoolSpan<number>,
): Promise<Map<string, UseOfDay[]>> {
  const since = moved.map(({ told }) => told.olderFrom ?? from);
  const rows: PoolDayRow[] = await whereAny(
    knex<PoolDayRow>('pool_days')
      .where('day', '>=', dayOf(Math.min(...since)))
      .select(),
    'subject',
    moved.map(({ told }) => told.subject),
  );
  return bySubject(
    rows.map(({ busy_ms: busyMs, ...row }) => {
      return { ...row, busyMs: Number(busyMs) };
    }),
  );
}

function usesOf(
  builds: readonly BuildRecord[],
  span: { from: number; to: number },
): UseOfDay[] {
  return poolUseOf(builds, span).map(use => ({ ...use, day: dayOf(use.day) }));
}

function bySubject(uses: readonly UseOfDay[]): Map<string, UseOfDay[]> {
  const groups = new Map<string, UseOfDay[]>();
  for (const use of uses) {
    const known = groups.get(use.subject);
    if (known) known.push(use);
    else groups.set(use.subject, [use]);
  }
  return groups;
}

/** Tells whether the days of the window are as they were, so that they need not be read. */
function digestOf(uses: readonly UseOfDay[]): string {
  return createHash('sha256').update(JSON.stringify(uses)).digest('hex');
}
