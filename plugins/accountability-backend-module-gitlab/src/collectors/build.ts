import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { defineCollector } from 'backstage-plugin-accountability-node';
import { jobBase } from '../payloads/jobBase';
import { JobPayload, jobPayload } from '../payloads/jobPayload';
import { jobResultOf } from '../payloads/jobResultOf';
import { requireTime, shiftTime } from '../payloads/times';

type BuildEvent = Extract<RecordEventInput, { kind: 'build' }>;

/** A job moved on. */
export const build = defineCollector({
  event: 'build',
  schema: jobPayload,
  collect: payload => {
    const { build_status: status, build_created_at: createdAt } = payload;
    const base = jobBase(payload);
    if (status === 'manual') {
      return { events: [{ ...base, state: 'waiting', at: createdAt }] };
    }
    if (status === 'running') {
      requireTime(payload.build_started_at);
      return { events: begin(payload, base) };
    }
    const result = jobResultOf({
      status,
      reason: payload.build_failure_reason,
    });
    if (!result) {
      return {
        ignored: `A job that is "${status}" has not begun, and how long it waits is told once it begins`,
      };
    }
    const { build_finished_at: end } = payload;
    const at = result === 'skip' ? end ?? createdAt : requireTime(end);
    return {
      events: [
        ...(result === 'skip' ? [] : begin(payload, base)),
        { ...base, state: 'finished', result, at },
      ],
    };
  },
});

/** Since when it waited for a runner and when it began. It was made earlier, with its pipeline, and waited for other jobs until then. */
function begin(
  { build_started_at: at, build_queued_duration: queued }: JobPayload,
  base: ReturnType<typeof jobBase>,
): BuildEvent[] {
  if (at === undefined) return [];
  return [
    ...(queued === undefined
      ? []
      : [{ ...base, state: 'pending' as const, at: shiftTime(at, -queued) }]),
    { ...base, state: 'executing', at },
  ];
}
