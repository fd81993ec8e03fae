import { CompanyPlan } from '../company/CompanyPlan';
import { unownedSlug } from '../company/cast';
import { Random } from '../company/Random';
import { day, hour, iso, minute } from '../company/time';
import { DemoEvent } from './DemoEvent';
import { deploymentRecord } from './deployments';

/** A repository that still ships and that no entity of the catalog names. */
export function unownedHistory({ options }: CompanyPlan): DemoEvent[] {
  const { seed, now, days } = options;
  const random = new Random(`${seed}/unowned`);
  const events: DemoEvent[] = [];
  for (let back = days - 1; back > 0; back -= random.int(6, 12)) {
    const startedAt = now - back * day + random.int(0, 20) * hour;
    if (startedAt > now - hour) break;
    const base = {
      kind: 'deployment' as const,
      record: deploymentRecord(unownedSlug, 400_000 + back),
      subject: `github:${unownedSlug}`,
      environment: 'production',
      sha: random.hex(40),
    };
    events.push(
      {
        begun: startedAt,
        event: { ...base, state: 'executing', at: iso(startedAt) },
      },
      {
        begun: startedAt,
        event: {
          ...base,
          state: 'finished',
          at: iso(startedAt + 2 * minute),
          result: random.chance(0.8) ? 'success' : 'failure',
        },
      },
    );
  }
  return events;
}
