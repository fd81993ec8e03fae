import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Collected } from 'backstage-plugin-accountability-node';

type Of<TKind> = Extract<RecordEvent, { kind: TKind }>;

/** The reports and findings that were collected; throws what was said instead. */
export function eventsOf(collected: Collected): {
  reports: Of<'report'>[];
  findings: Of<'finding'>[];
} {
  if (collected.status !== 'accepted') throw new Error(collected.because);
  return {
    reports: collected.events.flatMap(event =>
      event.kind === 'report' ? [event] : [],
    ),
    findings: collected.events.flatMap(event =>
      event.kind === 'finding' ? [event] : [],
    ),
  };
}
