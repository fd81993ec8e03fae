import { DeploymentRecord } from 'backstage-plugin-accountability-common';

/**
 * When a deployment finished in an environment; undefined where it did not. One
 * that failed is placed too, since it may have reached it; cancelled and
 * skipped ones never did.
 */
export function finishedIn(
  record: DeploymentRecord,
  environment: string,
): number | undefined {
  if (record.environment !== environment) return undefined;
  if (record.state !== 'finished') return undefined;
  if (record.result === 'cancellation' || record.result === 'skip') {
    return undefined;
  }
  return record.endedAt ?? record.startedAt;
}

/** Whether a finished deployment got through; a result that is not given counts as yes. */
export function gotThrough(record: DeploymentRecord): boolean {
  return record.result === undefined || record.result === 'success';
}
