import {
  Attribution,
  CauseOverrideEntry,
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import {
  AssessInput,
  CauseOverride,
  ForeignCharge,
  Peer,
} from 'backstage-plugin-accountability-engine';
import { overrideInForce } from '../../governance';
import { ServiceFile, ownerThen } from '../../ownership';
import { deploymentAt, incidentAt } from '../../records';

/** Another service whose deployments are looked at for causes. */
export interface PeerFile {
  file: ServiceFile;
  relation: Peer['relation'];
  deployments: readonly DeploymentRecord[];
}

/** A deployment that a decision names, and the services that it is of. */
export interface DecidedCause {
  record: DeploymentRecord;
  services: readonly ServiceFile[];
}

/** A link of an incident of another service, as it was in force for a time. */
export interface ForeignLink {
  attribution: Attribution;
  incident: IncidentRecord;
  decidedAt: number;
  supersededAt?: number;
}

/** What people and other services have to do with the incidents of services: read once, asked at any instant. */
export interface Surroundings {
  /** By service. */
  peers: ReadonlyMap<string, readonly PeerFile[]>;
  /** By incident, newest first. */
  overrides: ReadonlyMap<string, readonly CauseOverrideEntry[]>;
  /** By record id. */
  causes: ReadonlyMap<string, DecidedCause>;
  /** By the service that is charged. */
  foreign: ReadonlyMap<string, readonly ForeignLink[]>;
}

type Asked = { surroundings: Surroundings; incidents: string[]; at: number };

/** What of it the engine wants to know of one service at an instant. */
export function surroundingsAt(
  file: ServiceFile,
  { surroundings, incidents, at }: Asked,
): Pick<AssessInput, 'peers' | 'overrides' | 'foreignCharges'> {
  const { entityRef } = file.summary;
  return {
    peers: (surroundings.peers.get(entityRef) ?? []).map(peer => ({
      entityRef: peer.file.summary.entityRef,
      relation: peer.relation,
      deployments: peer.deployments.flatMap(one => deploymentAt(one, at) ?? []),
      ownerAt: then => ownerThen(peer.file.spans, then),
    })),
    overrides: incidents.flatMap(incident => {
      const entries = surroundings.overrides.get(incident) ?? [];
      const entry = overrideInForce(entries, at);
      return (
        (entry && toOverride(incident, entry, { file, surroundings })) ?? []
      );
    }),
    foreignCharges: chargedAt(surroundings.foreign.get(entityRef) ?? [], at),
  };
}

/** A decision as the engine takes it; undefined where the deployment that it names is gone. */
export function toOverride(
  incident: string,
  entry: CauseOverrideEntry,
  given: { file: ServiceFile; surroundings: Pick<Surroundings, 'causes'> },
): CauseOverride | undefined {
  const { id, by, at, reason } = entry;
  const decision = { id, by, at, reason };
  if (entry.cause === undefined) return { incident, decision };
  const cause = given.surroundings.causes.get(entry.cause);
  if (!cause) return undefined;
  const { record, services } = cause;
  const isOwn = given.file.subjects.includes(record.subject);
  const [charged] = isOwn ? [given.file] : services;
  return {
    incident,
    decision,
    cause: {
      record,
      ...(!isOwn && charged && { service: charged.summary.entityRef }),
      owner: ownerThen(charged?.spans ?? [], record.startedAt),
    },
  };
}

/**
 * Links as they stood at an instant. An incident of which no link was known
 * then is told by the one of today, unless a person decided it later.
 */
function chargedAt(links: readonly ForeignLink[], at: number): ForeignCharge[] {
  const byIncident = new Map<string, ForeignLink[]>();
  for (const link of links) {
    const { id } = link.incident;
    byIncident.set(id, [...(byIncident.get(id) ?? []), link]);
  }
  return [...byIncident.values()].flatMap(ofOne => {
    const known = ofOne.filter(({ decidedAt }) => decidedAt <= at);
    const link = known.length
      ? known.find(
          one => one.supersededAt === undefined || one.supersededAt > at,
        )
      : ofOne.find(one => one.supersededAt === undefined);
    const incident = link && incidentAt(link.incident, at);
    if (!link || !incident || incident.mergedInto !== undefined) return [];
    const decidedAt = link.attribution.decision?.at;
    if (decidedAt !== undefined && decidedAt > at) return [];
    return [{ attribution: link.attribution, incident }];
  });
}
