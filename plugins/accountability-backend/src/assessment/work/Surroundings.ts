import {
  CauseOverrideEntry,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import {
  AssessInput,
  CauseOverride,
  ForeignCharge,
  Peer,
} from 'backstage-plugin-accountability-engine';
import { overrideInForce } from '../../governance';
import { ServiceFile, ownerThen } from '../../ownership';
import { deploymentAt } from '../../records';
import { BegunNear, burstsAt } from './readBursts';

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

/** What one service is charged with by incidents of others, as of an instant. */
export type ChargesAt = (at: number) => ForeignCharge[];

/** What people and other services have to do with the incidents of services: read once, asked at any instant. */
export interface Surroundings {
  /** By service. */
  peers: ReadonlyMap<string, readonly PeerFile[]>;
  /** By incident, newest first. */
  overrides: ReadonlyMap<string, readonly CauseOverrideEntry[]>;
  /** By record id. */
  causes: ReadonlyMap<string, DecidedCause>;
  /** By the service that is charged. */
  foreign: ReadonlyMap<string, ChargesAt>;
  /** Incidents of any service that began near theirs. */
  begun: BegunNear;
}

type Asked = { surroundings: Surroundings; incidents: string[]; at: number };

/** What of it the engine wants to know of one service at an instant. */
export function surroundingsAt(
  file: ServiceFile,
  { surroundings, incidents, at }: Asked,
): Pick<AssessInput, 'peers' | 'overrides' | 'foreignCharges' | 'bursts'> {
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
    foreignCharges: surroundings.foreign.get(entityRef)?.(at) ?? [],
    bursts: burstsAt(entityRef, { near: surroundings.begun, incidents, at }),
  };
}

/**
 * A decision as the engine takes it; undefined where the deployment that it
 * names is gone. A deployment that the incident's service has, too, is its
 * own. One of several others is charged to all of them and named after the
 * first; one of no service is charged to nobody.
 */
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
      owner: charged
        ? ownerThen(charged.spans, record.startedAt)
        : {
            status: 'unknown',
            because:
              'The deployment is of no service of the catalog, so that nobody is charged with it.',
          },
    },
  };
}
