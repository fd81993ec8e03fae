import { PackageAnswer } from './PackageSource';
import { PackageHost } from './PackageHost';

/** What a host answers, where it is not yet known what that says of a package. */
export type HostAnswer =
  | { status: 'answered'; body: unknown; etag?: string }
  | Exclude<PackageAnswer, { status: 'read' }>;

/** Asks a host for a package; one that it does not know is absent, not a fault. */
export async function askHost(
  host: PackageHost,
  request: { path: string; etag?: string; signal: AbortSignal },
): Promise<HostAnswer> {
  const answer = await host.get(request);
  if (answer.status === 'unchanged') return { status: 'same' };
  if (answer.status === 'answered') return answer;
  const { message, status, until } = answer.fault;
  if (status === 404 || status === 410) {
    return { status: 'absent', because: `${message}.` };
  }
  return {
    status: 'fault',
    because: `${message}.`,
    ...(until !== undefined && { until }),
  };
}
