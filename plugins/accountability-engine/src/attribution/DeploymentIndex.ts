import {
  deployedIdentity,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { firstAfter } from '../time';

/** What a claim can name of a deployment, the most exact first. */
export const claimFields = ['sha', 'artifact', 'version'] as const;

/** One of the things a claim can name of a deployment. */
export type ClaimField = (typeof claimFields)[number];

/** A production deployment with what the rungs ask of it. */
export interface IndexedDeployment {
  record: DeploymentRecord;
  /** Last instant of impact it can be charged with by time alone. */
  chargeableUntil: number;
  /** The deployment before it that already ran the same; then this one changed nothing. */
  redeployOf?: IndexedDeployment;
}

/**
 * Deployments of one service, sorted once, so that each incident costs two
 * binary searches and the few deployments near it.
 */
export class DeploymentIndex {
  readonly windowMs: number;
  private readonly production: IndexedDeployment[] = [];
  /** Latest `chargeableUntil` of everything up to the same place. */
  private readonly latestChargeable: number[] = [];
  private readonly unplaced: DeploymentRecord[] = [];
  private readonly byId = new Map<string, IndexedDeployment>();
  private readonly byField = new Map<string, IndexedDeployment[]>();
  private readonly others = new Map<string, DeploymentRecord>();

  constructor(deployments: readonly DeploymentRecord[], windowMs: number) {
    this.windowMs = windowMs;
    const lastRun: { deployment?: IndexedDeployment } = {};
    for (const record of [...deployments].sort(byStart)) {
      if (!couldBreak(record)) {
        this.others.set(record.id, record);
        continue;
      }
      const item = this.indexed(record);
      if (record.environment === 'production')
        this.addProduction(item, lastRun);
      else this.unplaced.push(record);
      this.addClaimable(item);
    }
  }

  /** Production deployments that by time alone could have caused an impact, latest begun first. */
  chargeableAt(at: number): IndexedDeployment[] {
    const found: IndexedDeployment[] = [];
    let place = firstAfter(this.production, at, startOf) - 1;
    while (place >= 0 && this.latestChargeable[place] >= at) {
      const item = this.production[place];
      if (item.chargeableUntil >= at) found.push(item);
      place--;
    }
    return found;
  }

  /** A deployment that could be a cause, in production or in an unknown environment. */
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

  /** Number of deployments begun in a stretch of time that name no environment. */
  countUnplaced(from: number, to: number): number {
    const start = firstAfter(this.unplaced, from - 1, item => item.startedAt);
    return firstAfter(this.unplaced, to, item => item.startedAt) - start;
  }

  private indexed(record: DeploymentRecord): IndexedDeployment {
    const end = Math.max(record.startedAt, record.endedAt ?? 0);
    return { record, chargeableUntil: end + this.windowMs };
  }

  private addProduction(
    item: IndexedDeployment,
    lastRun: { deployment?: IndexedDeployment },
  ) {
    const identity = deployedIdentity(item.record);
    const before = lastRun.deployment;
    if (before && identity && deployedIdentity(before.record) === identity) {
      item.redeployOf = before;
    }
    if (ran(item.record)) lastRun.deployment = item;
    const latest = this.latestChargeable.at(-1) ?? -Infinity;
    this.latestChargeable.push(Math.max(latest, item.chargeableUntil));
    this.production.push(item);
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

/**
 * Cancelled and skipped deployments, those not begun and those elsewhere break
 * nothing in production. Failed ones may: a rollout does harm before it ends.
 */
function couldBreak(record: DeploymentRecord): boolean {
  const elsewhere = record.environment && record.environment !== 'production';
  const stopped = record.result === 'cancellation' || record.result === 'skip';
  return !elsewhere && !stopped && record.state !== 'pending';
}

/** Whether production ran it afterwards, as far as its result says. */
function ran(record: DeploymentRecord): boolean {
  const { state, result } = record;
  return state === 'finished' && (result === undefined || result === 'success');
}

function startOf(item: IndexedDeployment): number {
  return item.record.startedAt;
}

function byStart(a: DeploymentRecord, b: DeploymentRecord): number {
  return a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
}

const shortCommit = 7;

function fieldKey(field: ClaimField, value: string): string {
  if (field !== 'sha') return `${field} ${value}`;
  return `sha ${value.slice(0, shortCommit).toLowerCase()}`;
}

function sameCommit(one: string, other: string): boolean {
  const [short, long] = [one, other]
    .map(sha => sha.toLowerCase())
    .sort((a, b) => a.length - b.length);
  if (short.length < shortCommit) return short === long;
  return long.startsWith(short);
}
