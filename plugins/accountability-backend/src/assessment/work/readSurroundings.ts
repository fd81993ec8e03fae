import {
  CauseOverrideEntry,
  IncidentRecord,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { AssessSettings } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readOverrides } from '../../governance';
import {
  ServiceFile,
  readDependencies,
  readEntityRefsOfSubjects,
  readScopeMates,
  readServices,
} from '../../ownership';
import { readRecordsById } from '../../records';
import { DecidedCause, PeerFile, Surroundings } from './Surroundings';
import { readBegunNear } from './readBursts';
import { readForeignCharges } from './readForeignCharges';
import { readPastCharges } from './readPastCharges';
import { readCompeting, readDeploymentsNear } from './readPeerDeployments';
import { settingsOf } from './settingsOf';

/** Services and their records, of which the surroundings are to be read. */
export interface Center {
  files: readonly ServiceFile[];
  records: readonly ServiceRecord[];
  /** Since when records are read, and until when. */
  from: number;
  to: number;
  settings: AssessSettings;
  /** Also what was in force earlier. */
  past?: boolean;
  /** False where nobody looks at candidates: then dependencies are not read. */
  candidates?: boolean;
}

/**
 * Reads what people decided on the incidents of services, whose deployments
 * compete or are candidates, and which incidents of others are charged to the
 * services: in a number of statements that grows with none of them.
 */
export async function readSurroundings(
  knex: Knex,
  center: Center,
): Promise<Surroundings> {
  const { files, from, past = false } = center;
  const incidents = center.records.filter(one => one.kind === 'incident');
  const overrides = await readOverrides(knex, {
    incidents: incidents.map(({ id }) => id),
  });
  return {
    overrides,
    causes: await readCauses(knex, [...overrides.values()].flat()),
    peers: await readPeers(knex, center, incidents),
    begun: await readBegunNear(knex, incidents),
    foreign: await (past ? readPastCharges : readForeignCharges)(knex, {
      files,
      from,
    }),
  };
}

/** The deployments that decisions name, with the services that they are of now. */
export async function readCauses(
  knex: Knex,
  entries: readonly CauseOverrideEntry[],
): Promise<Map<string, DecidedCause>> {
  const causes = new Map<string, DecidedCause>();
  const ids = entries.flatMap(({ cause }) => cause ?? []);
  if (ids.length === 0) return causes;
  const records = await readRecordsById(knex, { ids });
  const refs = await readEntityRefsOfSubjects(knex, {
    subjects: records.map(record => record.subject),
  });
  const services = await readFiles(knex, [...refs.values()].flat());
  for (const record of records) {
    if (record.kind !== 'deployment') continue;
    const of = refs.get(record.subject) ?? [];
    causes.set(record.id, {
      record,
      services: of.flatMap(ref => services.get(ref) ?? []),
    });
  }
  return causes;
}

/** Pairs of a service that has incidents and one whose deployments matter to them. */
interface Pair {
  entityRef: string;
  peer: string;
  relation: PeerFile['relation'];
}

async function readPeers(
  knex: Knex,
  center: Center,
  incidents: readonly IncidentRecord[],
): Promise<Map<string, PeerFile[]>> {
  const peers = new Map<string, PeerFile[]>();
  const bySubject = new Set(incidents.map(({ subject }) => subject));
  // Where nothing broke, nobody's deployments matter.
  const broken = center.files.filter(({ subjects }) =>
    subjects.some(subject => bySubject.has(subject)),
  );
  const pairs = await readPairs(knex, broken, center);
  if (pairs.length === 0) return peers;
  const files = await readFiles(
    knex,
    pairs.map(({ peer }) => peer),
  );
  const filesOf = (relation: PeerFile['relation'], ref?: string) =>
    pairs
      .filter(pair => pair.relation === relation)
      .filter(pair => ref === undefined || pair.entityRef === ref)
      .flatMap(({ peer }) => files.get(peer) ?? []);
  const near = broken.flatMap(file => {
    const services = filesOf('dependency', file.summary.entityRef);
    const { windowMs = 0 } = settingsOf(file, center.settings).attribution;
    return incidents
      .filter(({ subject }) => file.subjects.includes(subject))
      .map(incident => ({ incident, services, windowMs }));
  });
  const deployments = {
    dependency: await readDeploymentsNear(knex, near),
    scope: await readCompeting(knex, { ...center, files: filesOf('scope') }),
  };
  for (const { entityRef, peer, relation } of pairs) {
    const file = files.get(peer);
    if (!file) continue;
    const known = peers.get(entityRef) ?? [];
    peers.set(entityRef, known);
    known.push({ file, relation, deployments: deployments[relation](file) });
  }
  return peers;
}

async function readPairs(
  knex: Knex,
  broken: readonly ServiceFile[],
  { settings, candidates = true }: Center,
): Promise<Pair[]> {
  const refs = broken.map(file => file.summary.entityRef);
  const { scope } = settings.attribution;
  const mates =
    scope === 'service'
      ? new Map<string, string[]>()
      : await readScopeMates(knex, { entityRefs: refs, scope });
  const dependencies = candidates
    ? await readDependencies(knex, { of: refs, by: 'entityRef' })
    : [];
  return [
    ...[...mates].flatMap(([entityRef, peers]) =>
      peers.map((peer): Pair => ({ entityRef, peer, relation: 'scope' })),
    ),
    ...dependencies
      .map(({ entityRef, dependsOn }): Pair => {
        return { entityRef, peer: dependsOn, relation: 'dependency' };
      })
      // What competes is more than a candidate.
      .filter(({ entityRef, peer }) => !mates.get(entityRef)?.includes(peer)),
  ];
}

async function readFiles(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, ServiceFile>> {
  const files = await readServices(knex, { entityRefs: [...new Set(refs)] });
  return new Map(files.map(file => [file.summary.entityRef, file]));
}
