import { day, hour, iso } from '../company/time';
import { Chapter, slugAt } from './Chapter';
import { DemoEvent, EventOf } from './DemoEvent';

/** What a service is asked to tell of itself, the first before the last. */
const asked = [
  'service.name',
  'red_metrics',
  'traces',
  'log_schema',
  'runbook_per_alert',
];

/** What services tell each Monday of their objectives, and how far they can be watched; of some nobody tells. */
export function signals(chapter: Chapter): DemoEvent[] {
  const { service, random, from, to } = chapter;
  const { actionableShare, failShare } = service.profile;
  if (actionableShare < 0.3) return [];
  const events: DemoEvent[] = [];
  const passed = Math.round(actionableShare * asked.length);
  const first = Math.ceil((from - 4 * day) / (7 * day)) * 7 * day + 4 * day;
  for (let at = first + 6 * hour; at < to; at += 7 * day) {
    const left = 1 - failShare * (4 + random.next() * 8);
    const report = (
      format: 'slo' | 'instrumentation',
      measures: Record<string, number>,
    ): EventOf<'report'> => {
      const slug = slugAt(service, at);
      return {
        kind: 'report',
        state: 'uploaded',
        record: `${format}:report:${slug}:${Math.floor(at / day)}`,
        subject: `github:${slug}`,
        at: iso(at),
        title: format === 'slo' ? 'Objectives' : 'Instrumentation',
        format,
        tool: format === 'slo' ? 'sloth' : 'watch-check',
        measures,
      };
    };
    events.push(
      ...[
        report('slo', {
          objectives: 2,
          measured: 2,
          exhausted: left < 0 ? 1 : 0,
          least_budget_remaining: left,
          policy: actionableShare > 0.8 ? 1 : 0,
        }),
        report('instrumentation', {
          ...Object.fromEntries(
            asked.map((name, place) => [
              `check:${name}`,
              place < passed ? 1 : 0,
            ]),
          ),
          passed,
          applicable: asked.length,
        }),
      ].map(event => ({ begun: at, event })),
    );
  }
  return events;
}
