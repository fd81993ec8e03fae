import { RunResult } from 'backstage-plugin-accountability-common';

/** Why a job failed though its own script did not: GitLab, or what it runs on. */
const errors = new Set([
  'api_failure',
  'archived_failure',
  'ci_quota_exceeded',
  'data_integrity_failure',
  'no_matching_runner',
  'runner_provisioning_timeout',
  'runner_system_failure',
  'runner_unsupported',
  'scheduler_failure',
  'server_timeout_running',
  'stale_schedule',
  'stuck_or_timeout_failure',
]);

const timeouts = new Set([
  'job_execution_timeout',
  'job_execution_server_timeout',
]);

const ends = new Map<string, RunResult>([
  ['success', 'success'],
  ['canceled', 'cancellation'],
  ['skipped', 'skip'],
]);

/** How a job ended; undefined where it has not. Its reason to fail is there before it fails, and says nothing then. */
export function jobResultOf(given: {
  status: string;
  reason: string | undefined;
}): RunResult | undefined {
  const { status, reason = '' } = given;
  if (status !== 'failed') return ends.get(status);
  if (timeouts.has(reason)) return 'timeout';
  return errors.has(reason) ? 'error' : 'failure';
}
