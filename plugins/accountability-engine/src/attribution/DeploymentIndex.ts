import {
  DeploymentRecord,
  OwnerAt,
} from 'backstage-plugin-accountability-common';
import { byStart, ran, sameCommit, shortCommit } from '../delivery';
import { firstAfter } from '../time';
import { AttributionProfile } from './AttributionProfile';
import { IndexedDeployment } from './IndexedDeployment';
import { indexPeers } from './indexPeers';
import { couldBreak, indexed, indexProduction } from './indexProduction';
import { Peer } from './Peer';
import { Timeline } from './Timeline';

/** What a claim can name of a deployment, the most exact first. */
export const claimFields = ['sha', 'artifact', 'version'] as const;

/** One of the things a claim can name of a deployment. */
export type ClaimField = (typeof claimFields)[number];

interface IndexInput {
  /** Of the service itself, of any environment, in any order. */
  deployments: readonly DeploymentRecord[];
  peers: readonly Peer[];
  profile: AttributionProfile;
  ownerAt(at: number): OwnerAt;
}

/**
 * Deployments of one service and of those it is looked at with, sorted once,
 * so that each incident costs a few binary searches and what is near it.
 */
export class DeploymentIndex {
  readonly profile: AttributionProfile;
  /** Production deployments of this service, oldest first. */
  readonly own: IndexedDeployment[];
  /** Those that compete, by their anchor. */
  private readonly competing: Timeline;
  private readonly dependencies: Timeline;
  private readonly unplaced: DeploymentRecord[];
  private readonly byId = new Map<string, IndexedDeployment>();
  private readonly byField = new Map<string, IndexedDeployment[]>();
  private readonly others = new Map<string, DeploymentRecord>();

  constructor({ deployments, peers, profile, ownerAt }: IndexInput) {
    this.profile = profile;
    const all = [...deployments].sort(byStart);
    this.own = indexProduction(all, profile, { ownerAt });
    this.unplaced = all.filter(d => couldBreak(d) && !d.environment);
    const placed = new Map(this.own.map(item => [item.record.id, item]));
    const inScope = [
      ...this.own,
      ...indexPeers(peers, { relation: 'scope', profile, known: placed }),
    ];
    this.competing = new Timeline(inScope.filter(item => this.counts(item)));
    const known = new Map(inScope.map(item => [item.record.id, item]));
    this.dependencies = new Timeline(
      profile.windowMs === undefined
        ? []
        : indexPeers(peers, { relation: 'dependency', profile, known }),
    );
    for (const record of all) {
      if (couldBreak(record)) {
        const item = placed.get(record.id);
        this.addClaimable(item ?? indexed(record, profile, { ownerAt }));
      } else this.others.set(record.id, record);
    }
  }

  /** Deployments that by time alone could have caused an impact, latest first. */
  chargeableAt(at: number): IndexedDeployment[] {
    return this.competing.chargeableAt(at, this.profile);
  }

  /** The same of the services that this one depends on. */
  dependenciesAt(at: number): IndexedDeployment[] {
    return this.dependencies.chargeableAt(at, this.profile);
  }

  /** A deployment of this service that could be a cause, in production or in an unknown environment. */
  get(id: string): IndexedDeployment | undefined {
    return this.byId.get(id);
  }

  /** A deployment of this service that cannot be a cause: elsewhere, cancelled or not begun. */
  getOther(id: string): DeploymentRecord | undefined {
    return this.others.get(id);
  }

  /** Deployments that name this commit, version or artifact, oldest first; a commit may be cut to seven digits. */
  named(field: ClaimField, value: string): IndexedDeployment[] {
    const found = this.byField.get(fieldKey(field, value)) ?? [];
    if (field !== 'sha') return found;
    return found.filter(item => sameCommit(item.record.sha ?? '', value));
  }

  /** Production deployments of this service begun in a stretch of time, both ends among it. */
  begunWithin(from: number, to: number): IndexedDeployment[] {
    const startOf = (item: IndexedDeployment) => item.record.startedAt;
    return this.own.slice(
      firstAfter(this.own, from - 1, startOf),
      firstAfter(this.own, to, startOf),
    );
  }

  /** Deployments of this service of the same chain, oldest first. */
  ofChain(chain: string): IndexedDeployment[] {
    return this.own.filter(({ record }) => record.chain === chain);
  }

  /** Number of deployments begun in a stretch of time that name no environment. */
  countUnplaced(from: number, to: number): number {
    const start = firstAfter(this.unplaced, from - 1, item => item.startedAt);
    return firstAfter(this.unplaced, to, item => item.startedAt) - start;
  }

  private counts({ record }: IndexedDeployment): boolean {
    const { results, anchor } = this.profile;
    if (anchor === 'finished' && record.state !== 'finished') return false;
    return results === 'reached' || ran(record);
  }

  private addClaimable(item: IndexedDeployment) {
    this.byId.set(item.record.id, item);
    for (const field of claimFields) {
      const value = item.record[field];
      if (!value) continue;
      const key = fieldKey(field, value);
      const list = this.byField.get(key);
      if (list) list.push(item);
      else this.byField.set(key, [item]);
    }
  }
}

function fieldKey(field: ClaimField, value: string): string {
  if (field !== 'sha') return `${field} ${value}`;
  return `sha ${value.slice(0, shortCommit).toLowerCase()}`;
}
