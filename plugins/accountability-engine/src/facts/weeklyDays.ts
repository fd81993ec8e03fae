import {
  DeploymentRecord,
  FactPart,
} from 'backstage-plugin-accountability-common';
import { DateTime } from 'luxon';
import { DAY, earliest, startOfWeek, WEEK, Window } from '../time';
import { FactContext } from './defineFact';
import { finishedIn } from './finishedDeployments';
import { zoneOfOwner } from './zoneOfOwner';

/**
 * On how many days of each week that is whole in the window something was
 * deployed, by the Monday it begins with; empty weeks are among them. Days and
 * weeks are those of the owner's clock now, before a hand-over too, since weeks
 * of two clocks would overlap or leave a gap; of UTC where it names no zone.
 */
export function weeklyDays(
  context: FactContext,
  deployments: readonly DeploymentRecord[],
): FactPart[] {
  const zone = zoneOfOwner(context);
  const dateOf = (at: number) =>
    DateTime.fromMillis(at, { zone: zone ?? 'utc' }).toISODate() ?? '';
  return wholeWeeks(context.window, zone).map(({ from, to }) => {
    const days = new Set<string>();
    const records: string[] = [];
    for (const deployment of deployments) {
      const at = finishedIn(deployment, context.environment);
      if (at === undefined || at < from || at >= to) continue;
      days.add(dateOf(at));
      records.push(deployment.id);
    }
    return { key: `week of ${dateOf(from)}`, value: days.size, records };
  });
}

/** When time alone makes another week whole, or one no longer, or gives the service to an owner with another clock. */
export function nextWeek(context: FactContext): number | undefined {
  const { window, now, service } = context;
  const zone = zoneOfOwner(context);
  const begins = weekAfter(startOfWeek(window.to, zone), zone);
  const leaves = firstMonday(window, zone) + (window.to - window.from) + 1;
  return service.spans
    .flatMap(({ from, to = from }) => [from, to])
    .filter(at => at > now)
    .reduce<number | undefined>(earliest, Math.min(begins, leaves));
}

function wholeWeeks(window: Window, zone?: string): Window[] {
  const weeks: Window[] = [];
  let from = firstMonday(window, zone);
  for (let to = weekAfter(from, zone); to <= window.to; ) {
    weeks.push({ from, to });
    from = to;
    to = weekAfter(from, zone);
  }
  return weeks;
}

/** The first that begins in the window. */
function firstMonday(window: Window, zone?: string): number {
  const monday = startOfWeek(window.from, zone);
  return monday < window.from ? weekAfter(monday, zone) : monday;
}

/** A week in which clocks change is longer or shorter than others, but not by half a day. */
function weekAfter(monday: number, zone?: string): number {
  return startOfWeek(monday + WEEK + DAY / 2, zone);
}
