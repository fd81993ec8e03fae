import { FactValue } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';

const at = Date.UTC(2026, 10, 25, 6);
export const rate = 'reliability.change_fail_rate';
export const incidents = 'reliability.incidents';
export const ref = (name: string) => `component:default/${name}`;

/** A service as a test wants it to stand. */
export interface Filled {
  name: string;
  title?: string;
  owner?: string;
  /** Change fail rate as last measured; absent is a service never assessed. */
  now?: number;
  /** Status in force of the check `ready/low`. */
  inForce?: string;
  /** By UTC day: values of facts, or the reason why there is none. */
  days?: Record<string, Record<string, number | string>>;
  /** When its incidents began; of the merged ones under `merged`. */
  began?: number[];
  merged?: number[];
  removed?: boolean;
}

/** A candidate of one check, `ready/low`: the change fail rate is at most 15 %. */
export const candidate = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  levels: [bronze]
  checks:
    - { id: low, title: Low, burden: reliability, level: bronze, expression: ${rate} <= 0.15 }
`;

function factsOf(value: number): FactValue[] {
  const window = { from: 0, to: at };
  const rest = { window, observedAt: at, evidence: [], evidenceCount: 0 };
  const fact = { id: rate, unit: 'ratio' as const, sampleSize: 20, ...rest };
  return [{ ...fact, status: 'known', value, because: 'Measured' }];
}

/** Writes services with what is known of them into empty tables. */
export async function fillServices(
  knex: Knex,
  services: readonly Filled[],
): Promise<void> {
  for (const table of [
    'services',
    'subject_keys',
    'assessments',
    'check_results',
    'fact_snapshots',
    'records',
  ]) {
    await knex(table).delete();
  }
  const each = <T>(of: (service: Filled, entity_ref: string) => T[]) =>
    services.flatMap(service => of(service, ref(service.name)));
  await insertRows(
    knex,
    { table: 'services' },
    each((service, entity_ref) => [
      {
        entity_ref,
        title: service.title ?? service.name,
        kind: 'Component',
        owner_ref: service.owner ?? null,
        owner_resolves: true,
        entity: JSON.stringify({ kind: 'Component' }),
        digest: '',
        removed_at: service.removed ? writeInstant(at) : null,
      },
    ]),
  );
  await insertRows(
    knex,
    { table: 'subject_keys' },
    each(({ name }, entity_ref) => [
      { subject: `repo/${name}`, entity_ref, origin: 'test' },
    ]),
  );
  await fillResults(knex, each);
  await fillPast(knex, each);
}

type Each = <T>(of: (service: Filled, entityRef: string) => T[]) => T[];

async function fillResults(knex: Knex, each: Each): Promise<void> {
  await insertRows(
    knex,
    { table: 'assessments' },
    each(({ now }, entity_ref) =>
      now === undefined
        ? []
        : [
            {
              entity_ref,
              assessed_at: writeInstant(at),
              known: 1,
              applicable: 1,
              document: '{}',
              digest: '',
              facts: JSON.stringify(factsOf(now)),
              facts_digest: '',
              policy: '',
            },
          ],
    ),
  );
  await insertRows(
    knex,
    { table: 'check_results' },
    each(({ inForce }, entity_ref) =>
      inForce === undefined
        ? []
        : [
            {
              entity_ref,
              scorecard: 'ready',
              check_id: 'low',
              burden: 'reliability',
              status: inForce,
              since: writeInstant(at),
            },
          ],
    ),
  );
}

async function fillPast(knex: Knex, each: Each): Promise<void> {
  await insertRows(
    knex,
    { table: 'fact_snapshots' },
    each(({ days = {} }, entity_ref) =>
      Object.entries(days).flatMap(([day, facts]) =>
        Object.entries(facts).map(([fact, kept]) => ({
          entity_ref,
          fact,
          day,
          value: typeof kept === 'number' ? kept : null,
          reason: typeof kept === 'number' ? null : kept,
        })),
      ),
    ),
  );
  const incidentOf = (name: string, startedAt: number, merged: boolean) => {
    const subject = `repo/${name}`;
    const id = `${subject}/${startedAt}`;
    return {
      subject,
      record_id: id,
      kind: 'incident',
      started_at: writeInstant(startedAt),
      record: JSON.stringify({
        kind: 'incident',
        id,
        subject,
        startedAt,
        ...(merged && { mergedInto: 'another' }),
      }),
    };
  };
  await insertRows(
    knex,
    { table: 'records' },
    each(({ name, began = [], merged = [] }) => [
      ...began.map(begun => incidentOf(name, begun, false)),
      ...merged.map(begun => incidentOf(name, begun, true)),
    ]),
  );
}
