import {
  DeploymentRecord,
  IncidentRecord,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { ServiceFile } from '../../ownership';
import { SubjectRange, readRecords, readRecordsIn } from '../../records';
import { groupBySubject } from './groupBySubject';

/**
 * Before W, how far back deployments of a dependency are read for an incident:
 * long enough for a slow rollout, and for the one before it, which tells
 * whether it brought anything new.
 */
const rolloutReachMs = 7 * 24 * 3_600_000;

/** An incident and the services whose deployments could be its candidates. */
export interface Near {
  incident: IncidentRecord;
  services: readonly ServiceFile[];
  windowMs: number;
}

/** Deployments by subject. */
export type Deployments = (file: ServiceFile) => DeploymentRecord[];

/** Deployments of dependencies near incidents: what it costs follows the incidents and not how often a dependency is deployed. */
export async function readDeploymentsNear(
  knex: Knex,
  near: readonly Near[],
): Promise<Deployments> {
  const ranges = near.flatMap(({ incident, services, windowMs }) => {
    const { startedAt, episodes } = incident;
    const range = {
      from: startedAt - windowMs - rolloutReachMs,
      to: Math.max(startedAt, episodes[0]?.from ?? startedAt),
    };
    const subjects = services.flatMap(file => file.subjects);
    return subjects.map((subject): SubjectRange => ({ subject, ...range }));
  });
  return bySubject(await readRecordsIn(knex, { kind: 'deployment', ranges }));
}

/** All deployments of services whose deployments compete as a service's own do. */
export async function readCompeting(
  knex: Knex,
  options: { files: readonly ServiceFile[]; from: number; to: number },
): Promise<Deployments> {
  const subjects = options.files.flatMap(file => file.subjects);
  const records = await readRecords(knex, {
    ...options,
    subjects: [...new Set(subjects)],
    kinds: ['deployment'],
  });
  return bySubject(records);
}

function bySubject(records: readonly ServiceRecord[]): Deployments {
  const groups = groupBySubject(records);
  return ({ subjects }) =>
    subjects
      .flatMap(subject => groups.get(subject) ?? [])
      .filter(record => record.kind === 'deployment');
}
