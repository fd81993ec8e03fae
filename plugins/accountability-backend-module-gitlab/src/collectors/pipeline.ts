import {
  RecordEventInput,
  RunResult,
} from 'backstage-plugin-accountability-common';
import {
  CollectorResult,
  defineCollector,
} from 'backstage-plugin-accountability-node';
import { Attempt, laterAttempt } from '../payloads/laterAttempt';
import { PipelinePayload, pipelinePayload } from '../payloads/pipelinePayload';
import { runBase } from '../payloads/runBase';
import { requireTime, shiftTime } from '../payloads/times';

type BuildEvent = Extract<RecordEventInput, { kind: 'build' }>;

const results = new Map<string, RunResult>([
  ['success', 'success'],
  ['failed', 'failure'],
  ['canceled', 'cancellation'],
  ['skipped', 'skip'],
]);

const unstarted = [
  'created',
  'waiting_for_resource',
  'preparing',
  'pending',
  'scheduled',
];

/** A pipeline moved on. */
export const pipeline = defineCollector({
  event: 'pipeline',
  schema: pipelinePayload,
  collect: payload => {
    const result = results.get(payload.object_attributes.status);
    if (!result) return goingOn(payload);
    const later = result === 'skip' ? undefined : laterAttempt(payload);
    return {
      events: later
        ? laterEnd(payload, result, later)
        : firstEnd(payload, result),
    };
  },
});

function goingOn(payload: PipelinePayload): CollectorResult {
  const {
    status,
    created_at: at,
    finished_at: end,
  } = payload.object_attributes;
  if (end !== undefined) {
    return {
      ignored:
        'The pipeline had ended and goes on; what comes of it is told when it ends again',
    };
  }
  const base = runBase(payload);
  const startedAt = startOf(payload);
  if (unstarted.includes(status)) {
    return { events: [{ ...base, state: 'pending', at }] };
  }
  if (status === 'running') {
    // What GitLab leaves out is a wait of less than a second.
    return { events: [{ ...base, state: 'executing', at: startedAt ?? at }] };
  }
  return status === 'manual' && startedAt === undefined
    ? { events: [{ ...base, state: 'waiting', at }] }
    : { ignored: `GitLab's state "${status}" moves nothing` };
}

function firstEnd(payload: PipelinePayload, result: RunResult): BuildEvent[] {
  const { created_at: createdAt, finished_at: end } = payload.object_attributes;
  const base = runBase(payload);
  const startedAt = startOf(payload);
  const at = result === 'skip' ? end ?? createdAt : requireTime(end);
  return [
    ...(startedAt === undefined || result === 'skip'
      ? []
      : [{ ...base, state: 'executing' as const, at: startedAt }]),
    { ...base, state: 'finished', result, at },
  ];
}

/** An attempt after the first is a record of its own; 2 stands for any, since GitLab does not count them. */
function laterEnd(
  payload: PipelinePayload,
  result: RunResult,
  { askedAt, startedAt }: Attempt,
): BuildEvent[] {
  const at = requireTime(payload.object_attributes.finished_at);
  const base = runBase(payload);
  const again = {
    ...base,
    record: `${base.record}:${at}`,
    run: base.record,
    attempt: 2,
  };
  return [
    { ...again, state: 'pending', at: askedAt },
    ...(startedAt === undefined
      ? []
      : [{ ...again, state: 'executing' as const, at: startedAt }]),
    { ...again, state: 'finished', result, at },
  ];
}

/** When its first job began: GitLab says how long that took, or the jobs do. */
function startOf({
  object_attributes: { created_at: createdAt, queued_duration: queued },
  builds,
}: PipelinePayload): string | undefined {
  if (queued !== undefined) return shiftTime(createdAt, queued);
  return (builds ?? []).flatMap(job => job.started_at ?? []).sort()[0];
}
