import {
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { ago, deployed, incident } from '../../testing';
import { DAY, HOUR, MINUTE } from '../../time';
import { attributed, LadderInput } from './attributed';

/** The impact of the incident `i`. */
export const t = ago(10, 'd');

/** A rollout of ten minutes that began so long before the incident. */
export function before(
  id: string,
  lagMs: number,
  given: Partial<DeploymentRecord> = {},
) {
  return deployed(id, { startedAt: t - lagMs, ...given });
}

/** The link of an incident of half an hour. */
export function charge(
  deployments: readonly DeploymentRecord[],
  given: Partial<IncidentRecord> = {},
  input: LadderInput = {},
) {
  const incidents = [incident('i', { startedAt: t, ...given })];
  const { attributions } = attributed({ ...input, incidents, deployments });
  return attributions.get('i');
}

/** A deployment that names its version and no commit. */
export function v(
  version: string,
  lagMs: number,
  given: Partial<DeploymentRecord> = {},
) {
  const id = given.id ?? `${version}@${-lagMs / MINUTE}`;
  return before(id, lagMs, { sha: undefined, version, ...given });
}

/** An incident that lasts two hours. */
export function ended(
  deployments: DeploymentRecord[],
  given: Partial<IncidentRecord> = {},
) {
  return charge(deployments, { endedAt: t + 2 * HOUR, ...given });
}

export const back = -20 * MINUTE;
export const byTime = { method: 'temporal' };
export const old = v('1', 5 * DAY, { id: 'old' });
export const bad = v('2', HOUR, { id: 'bad' });
