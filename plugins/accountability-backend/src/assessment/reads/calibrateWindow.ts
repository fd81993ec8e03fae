import {
  Attribution,
  AttributionWindowResponse,
  DeploymentRecord,
  IncidentRecord,
  KnownLag,
  RecordKind,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import {
  AssessInput,
  AssessSettings,
  PreparedFacts,
  horizonMs,
  knownLags,
  prepareFacts,
  profiles,
  proposeWindow,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { ServiceFile } from '../../ownership';
import { readRecords, readRecordsAsOf } from '../../records';
import { PolicyStore } from '../policy/PolicyStore';
import { groupBySubject } from '../work/groupBySubject';
import { toInputs } from '../work/readInputs';
import { readSurroundings } from '../work/readSurroundings';
import { settingsOf } from '../work/settingsOf';

/** W of a service, what is proposed instead and from what, and what would change. */
export type CalibratedWindow = Omit<
  AttributionWindowResponse,
  'service' | 'asOf'
>;

interface Asked {
  file: ServiceFile;
  at: number;
  /** Whether `at` is a past instant: then records are told as they stood. */
  past: boolean;
  policy: Pick<PolicyStore, 'current'>;
  settings: AssessSettings;
}

const DAY = 86_400_000;
/** Known causes are few, so they are looked for in a year. */
const lagsReach = 365 * DAY;
const effectReach = 180 * DAY;
const mostLags = 1000;
const kinds: readonly RecordKind[] = ['deployment', 'incident', 'change'];

/**
 * Proposes W for a service from its known causes of a year, and counts what
 * would be charged otherwise with it: the rule runs twice over the same input.
 * Nothing is kept. In a fixed number of statements.
 */
export async function calibrateWindow(
  knex: Knex,
  asked: Asked,
): Promise<CalibratedWindow> {
  const { at, file } = asked;
  const from = at - lagsReach;
  const input = await readFor(knex, asked, from);
  const prepared = prepareFacts(input);
  const known = lagsInput(prepared, from);
  const inForce = inForceOf(file, input.settings);
  const proposal = proposeWindow({ ...known, defaultMs: inForce.windowMs });
  const lags = knownLags(known);
  return {
    inForce,
    proposal,
    from,
    lags: named(lags.slice(0, mostLags), known.deployments),
    totalLags: lags.length,
    ...(proposal.status === 'proposed' && {
      effect: effectOf(prepared, withWindow(input, proposal.windowMs)),
    }),
  };
}

function inForceOf(
  { attributionWindowMs }: ServiceFile,
  { attribution }: AssessSettings,
): CalibratedWindow['inForce'] {
  const { windowMs, name } = attribution;
  const usual = profiles.default;
  const isUsual = name === usual.name && windowMs === usual.windowMs;
  const configured = isUsual ? 'default' : 'configuration';
  return {
    ...(windowMs !== undefined && { windowMs }),
    origin: attributionWindowMs === undefined ? configured : 'annotation',
    profile: name,
  };
}

/** What the rule is given of the service, with nothing that no cause hangs on. */
async function readFor(
  knex: Knex,
  asked: Asked,
  since: number,
): Promise<AssessInput> {
  const { file, at, past } = asked;
  const settings = settingsOf(file, asked.settings);
  const from = since - horizonMs([], settings);
  const records = await readKinds(knex, asked, from);
  const gathered = {
    records: groupBySubject(records),
    collected: new Map<string, RecordKind[]>(),
    sourceKinds: [],
    groups: { zones: new Map(), rotas: new Map() },
    surroundings: await readSurroundings(knex, {
      files: [file],
      records,
      settings,
      from,
      to: at,
      past,
      candidates: false,
    }),
  };
  const policy = await asked.policy.current();
  return toInputs(file, gathered, { facts: [], settings, policy, now: at })
    .input;
}

async function readKinds(
  knex: Knex,
  { file, at, past }: Asked,
  from: number,
): Promise<ServiceRecord[]> {
  const { subjects } = file;
  if (!past) return readRecords(knex, { subjects, kinds, from, to: at + 1 });
  const records = await readRecordsAsOf(knex, { subjects, from, at });
  return records.filter(({ kind }) => kinds.includes(kind));
}

/** Links and deployments that lags are taken from, of incidents begun since an instant. */
function lagsInput({ input, context }: PreparedFacts, from: number) {
  const { attributions, records } = context;
  const incidents = new Map(records.incident.map(one => [one.id, one]));
  const { incidentFrom } = input.settings.attribution;
  return {
    attributions: [...attributions.values()].filter(
      link => link.incidentStartedAt >= from,
    ),
    deployments: records.deployment,
    startOf: (link: Attribution) =>
      (incidentFrom === 'opened' && openedAt(incidents.get(link.incident))) ||
      link.incidentStartedAt,
  };
}

function named(
  lags: readonly KnownLag[],
  deployments: readonly DeploymentRecord[],
): KnownLag[] {
  const byId = new Map(deployments.map(one => [one.id, one]));
  return lags.map(lag => {
    const { version, sha } = byId.get(lag.cause) ?? {};
    return { ...lag, ...(version && { version }), ...(sha && { sha }) };
  });
}

function openedAt(incident: IncidentRecord | undefined): number | undefined {
  return incident?.episodes[0]?.from;
}

function withWindow(
  input: AssessInput,
  windowMs: number | undefined,
): AssessInput {
  const { settings } = input;
  const attribution = { ...settings.attribution, windowMs };
  return { ...input, settings: { ...settings, attribution } };
}

function effectOf(
  before: PreparedFacts,
  input: AssessInput,
): CalibratedWindow['effect'] {
  const { now } = input;
  const from = now - effectReach;
  const after = prepareFacts(input).context.attributions;
  const looked = [...before.context.attributions.values()].filter(
    ({ incidentStartedAt }) => incidentStartedAt >= from,
  );
  const otherwise = looked.filter(link => {
    const other = after.get(link.incident);
    return (
      other?.cause !== link.cause || other?.causeService !== link.causeService
    );
  });
  return {
    from,
    to: now,
    incidents: looked.length,
    otherwise: otherwise.length,
  };
}
