import { PipelinePayload } from './pipelinePayload';

/** How long after its pipeline a job may be made and still be one of the first: a pipeline of a thousand jobs takes a while. */
const FIRST_JOBS_MS = 60_000;

/** When an attempt was asked for, and when its first job began; ISO 8601. */
export interface Attempt {
  askedAt: string;
  startedAt?: string;
}

/** A job's times; one that never ran starts and ends never. */
interface Span {
  madeAt: number;
  startedAt: number;
  endedAt: number;
  /** A manual one that the pipeline does not wait for. */
  isOptional: boolean;
}

/**
 * The attempt that a pipeline ended with, where it had ended before; undefined
 * for the first. GitLab keeps the id and the start of a pipeline that goes on,
 * and counts no attempts. But a job that is retried is made anew, and an
 * optional manual one begins when somebody plays it: where no other job ran at
 * that moment, the pipeline had ended.
 */
export function laterAttempt(payload: PipelinePayload): Attempt | undefined {
  const spans = (payload.builds ?? []).map(toSpan);
  const asked = askedLater(
    spans,
    Date.parse(payload.object_attributes.created_at),
  ).filter(at => !spans.some(span => span.startedAt < at && span.endedAt > at));
  if (asked.length === 0) return undefined;
  const last = Math.max(...asked);
  const startedAt = Math.min(
    ...spans.map(span => span.startedAt).filter(start => start >= last),
  );
  return {
    askedAt: toIso(last),
    startedAt: Number.isFinite(startedAt) ? toIso(startedAt) : undefined,
  };
}

/** When jobs were asked for that were not among the first to run. All others are made before the first of them runs. */
function askedLater(spans: readonly Span[], pipelineAt: number): number[] {
  const firstRunAt = Math.min(
    pipelineAt + FIRST_JOBS_MS,
    ...spans.map(({ startedAt }) => startedAt),
  );
  const [retried, first] = [
    spans.filter(({ madeAt }) => madeAt > firstRunAt),
    spans.filter(({ madeAt }) => madeAt <= firstRunAt),
  ];
  const automaticEnd = Math.max(
    ...first
      .filter(span => !span.isOptional && Number.isFinite(span.startedAt))
      .map(({ endedAt }) => endedAt),
  );
  const played = first.filter(
    ({ isOptional, startedAt }) =>
      isOptional && Number.isFinite(startedAt) && startedAt >= automaticEnd,
  );
  return [
    ...retried.map(({ madeAt }) => madeAt),
    ...played.map(({ startedAt }) => startedAt),
  ];
}

function toSpan(job: NonNullable<PipelinePayload['builds']>[number]): Span {
  const at = (time: string | undefined) =>
    time === undefined ? undefined : Date.parse(time);
  return {
    madeAt: at(job.created_at) ?? -Infinity,
    startedAt: at(job.started_at) ?? Infinity,
    endedAt: at(job.finished_at) ?? Infinity,
    isOptional: job.manual === true && job.allow_failure === true,
  };
}

function toIso(instant: number): string {
  return new Date(instant).toISOString();
}
