import { AttributionMethod } from 'backstage-plugin-accountability-common';

/** How the cause of an incident is sought, as data. */
export interface AttributionProfile {
  name: string;
  /** Rungs that may charge, strongest first; `none` always ends them. */
  rungs: readonly Exclude<AttributionMethod, 'none'>[];
  /**
   * Whose deployments compete: of the service, of all services of its system, of
   * its project, or of its owner. A service that names no system or project has
   * only itself; by `project-or-system` one without a project has those of its
   * system that have none either.
   */
  scope: 'service' | 'system' | 'project' | 'project-or-system' | 'owner';
  /** The instant of a deployment that is compared: a rollout does harm before it ends. */
  anchor: 'started' | 'finished';
  /** Whether a deployment anchored at the very instant of the incident can be its cause. */
  comparator: 'before' | 'at-or-before';
  /** The instant of an incident that is compared: when users felt it, where known, or when it was opened. */
  incidentFrom: 'impact' | 'opened';
  /** W: how long after its end a deployment can be charged by time alone, milliseconds; absent is for ever. */
  windowMs?: number;
  /** Which deployments compete: all that may have reached production, or only those that got through. */
  results: 'reached' | 'success';
  /** Whether one that brought what was running already can be charged by time. */
  redeploys: boolean;
  /**
   * Whether time alone charges an incident that began together with others of
   * several services (`charged`), or nobody, since it is one event of the
   * platform and not a dozen failures (`apart`). Where all others depend on one
   * that broke, that one is charged as ever.
   */
  bursts: 'apart' | 'charged';
  /** What failed changes are a share of: distinct changes, or all deployments. */
  denominator: 'changes' | 'deployments';
}
