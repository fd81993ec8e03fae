import {
  Attribution,
  CauseOverrideEntry,
  DeploymentRecord,
  RecordEvent,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import {
  ForeignCharge,
  ruleVersion,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readOptionalInstant } from '../../database/instants';
import { AttributionRow } from '../../database/tables';
import { overrideInForce, readOverrides } from '../../governance';
import { ServiceFile, readEntityRefsOfSubjects } from '../../ownership';
import { foldRecord, readEventsById, readRecordsById } from '../../records';
import { ChargesAt } from './Surroundings';
import { readChargingLinks } from './readChargingLinks';
import { readDecidedOn } from './readDecidedOn';

/** What is known of an incident that charges or charged another service. */
interface Charging {
  events: readonly RecordEvent[];
  /** Newest first. */
  decisions: readonly CauseOverrideEntry[];
  /** Links that rules made, the oldest first. */
  links: readonly AttributionRow[];
}

interface Known {
  incidents: readonly Charging[];
  /** Deployments that are named, by record id. */
  causes: ReadonlyMap<string, ServiceRecord>;
  /** Services of the subjects of incidents and deployments. */
  services: ReadonlyMap<string, string[]>;
}

/**
 * What `readForeignCharges` says, for any instant of the past: decisions as
 * they held then, and of the rules the links of today, since nobody asks them
 * again for another service. It depends on nothing but what was told and
 * decided, not on when links were made.
 */
export async function readPastCharges(
  knex: Knex,
  { files, from }: { files: readonly ServiceFile[]; from: number },
): Promise<Map<string, ChargesAt>> {
  const rows = await readChargingLinks(knex, { files, from, past: true });
  const decided = await readDecidedOn(knex, { files });
  const ids = [...new Set([...rows.map(row => row.incident_id), ...decided])];
  if (ids.length === 0) return new Map();
  const known = await gather(knex, ids.sort(), rows);
  return new Map(
    files.map(file => [
      file.summary.entityRef,
      at => known.incidents.flatMap(one => chargeAt(one, { file, known, at })),
    ]),
  );
}

async function gather(
  knex: Knex,
  ids: readonly string[],
  rows: readonly AttributionRow[],
): Promise<Known> {
  const overrides = await readOverrides(knex, { incidents: ids });
  const events = await readEventsById(knex, { ids });
  const causes = await readRecordsById(knex, {
    ids: [
      ...rows.flatMap(row => row.cause_id ?? []),
      ...[...overrides.values()].flat().flatMap(({ cause }) => cause ?? []),
    ],
  });
  return {
    causes: new Map(causes.map(record => [record.id, record])),
    services: await readEntityRefsOfSubjects(knex, {
      subjects: [...[...events.values()].flat(), ...causes].map(
        ({ subject }) => subject,
      ),
    }),
    incidents: ids.map(id => ({
      events: events.get(id) ?? [],
      decisions: overrides.get(id) ?? [],
      links: rows.filter(row => row.incident_id === id && !isDecided(row)),
    })),
  };
}

function isDecided(row: AttributionRow): boolean {
  const { decision }: Attribution = JSON.parse(row.attribution);
  return decision !== undefined;
}

function chargeAt(
  charging: Charging,
  { file, known, at }: { file: ServiceFile; known: Known; at: number },
): ForeignCharge[] {
  const incident = foldRecord(charging.events.filter(one => one.at <= at));
  if (incident?.kind !== 'incident' || incident.startedAt > at) return [];
  if (incident.mergedInto !== undefined) return [];
  if (file.subjects.includes(incident.subject)) return [];
  const decision = overrideInForce(charging.decisions, at);
  const attribution = decision
    ? byDecision(decision, { incident, file })
    : byRule(charging);
  const cause = known.causes.get(attribution?.cause ?? '');
  if (!attribution || !isOf(file, cause)) return [];
  // A service that has the deployment, too, charges itself, and an incident of no service is charged by nobody.
  const having = known.services.get(cause.subject) ?? [];
  const suffering = known.services.get(incident.subject) ?? [];
  if (suffering.every(ref => having.includes(ref))) return [];
  return [{ attribution, incident }];
}

function isOf(
  { subjects }: ServiceFile,
  cause: ServiceRecord | undefined,
): cause is DeploymentRecord {
  return cause?.kind === 'deployment' && subjects.includes(cause.subject);
}

/** The link as far as whom it charges is concerned; where the incident is, it is told in full. */
function byDecision(
  { cause, withdrawn: _, ...decision }: CauseOverrideEntry,
  given: { incident: ServiceRecord; file: ServiceFile },
): Attribution {
  const { incident, file } = given;
  return {
    incident: incident.id,
    incidentStartedAt: incident.startedAt,
    method: 'explicit',
    ...(cause !== undefined && {
      cause,
      causeService: file.summary.entityRef,
    }),
    confidence: 1,
    profile: 'default',
    ruleVersion,
    evidence: [],
    candidates: [],
    decision,
    incidentOwner: { status: 'unknown', because: 'It is another service’s.' },
  };
}

/** The newest link of a rule that is in force or that a decision took the place of which still holds. */
function byRule({ links, decisions }: Charging): Attribution | undefined {
  const [decision] = decisions.filter(({ withdrawn }) => !withdrawn);
  const row = links.findLast(link => {
    const supersededAt = readOptionalInstant(link.superseded_at);
    if (supersededAt === undefined) return true;
    return decision !== undefined && supersededAt >= decision.at;
  });
  return row && JSON.parse(row.attribution);
}
