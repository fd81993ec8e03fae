import { slugOf } from './slugOf';

interface Repository {
  full_name: string;
}

/** Id of a run's record: each attempt is one of its own. */
export function runRecord(
  repository: Repository,
  id: number,
  attempt: number | undefined,
): string {
  return `github:run:${slugOf(repository)}:${id}:${attempt ?? 1}`;
}

/** Id of a job's record. */
export function jobRecord(
  repository: Repository,
  id: number,
  attempt: number | undefined,
): string {
  return `github:job:${slugOf(repository)}:${id}:${attempt ?? 1}`;
}

/** `CI / lint` out of the names that are known. */
export function pipelineOf(
  ...names: (string | undefined)[]
): string | undefined {
  const known = names.filter(name => name !== undefined);
  return known.length > 0 ? known.join(' / ').slice(0, 300) : undefined;
}
