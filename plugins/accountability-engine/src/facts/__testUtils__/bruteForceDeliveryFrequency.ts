import { gotThrough, inOrder, whatOf } from '../../testing/oracle';
import {
  Asked,
  names,
  notKnown,
  ownerAtInstant,
  Question,
  Told,
} from './deliveryPast';

/** How often something is deployed, and on how many days of each whole week. */
export const bruteForceDeliveryFrequency: Record<string, Question> = {
  'reliability.deployment_frequency': {
    days: 28,
    everywhere: true,
    answer: frequency,
  },
};

function frequency(asked: Asked): Told {
  const through = asked.deployments.filter(one => {
    const at = one.endedAt ?? one.startedAt;
    return gotThrough(one) && at >= asked.from && at < asked.now;
  });
  const there = inOrder(
    through.filter(one => one.environment === asked.environment),
  );
  const nowhere = through.filter(one => one.environment === undefined);
  if (there.length === 0 && nowhere.length > 0) {
    return notKnown(nowhere.map(({ id }) => id));
  }
  const anew = there.filter((one, i) => {
    const before = i > 0 ? whatOf(there[i - 1]) : undefined;
    return before === undefined || whatOf(one) !== before;
  });
  return {
    value: anew.length / (asked.windowDays / 7),
    sampleSize: there.length,
    evidence: names(there.map(({ id }) => id)),
    parts: weeks(asked, there),
  };
}

function weeks(asked: Asked, there: Asked['deployments']) {
  const owner = ownerAtInstant(asked, asked.now) ?? '';
  const zone = knownZone(asked.zones[owner]);
  const mondays = mondaysOf(zone).filter(
    at => at >= asked.from && at <= asked.now,
  );
  const parts = mondays.slice(0, -1).map((monday, i) => {
    const within = there.filter(({ startedAt, endedAt = startedAt }) => {
      return endedAt >= monday && endedAt < mondays[i + 1];
    });
    const dates = within.map(one => dateOf(one.endedAt ?? one.startedAt, zone));
    const value = new Set(dates).size;
    const records = names(within.map(({ id }) => id));
    return [`week of ${dateOf(monday, zone)}`, { value, records }];
  });
  return Object.fromEntries(parts);
}

function knownZone(zone = 'UTC'): string {
  return zone.startsWith('Mars') ? 'UTC' : zone;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The local day, as `Mon 2026-11-23`. */
function localDay(at: number, timeZone: string): string {
  const calendar =
    calendars.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  calendars.set(timeZone, calendar);
  return calendar
    .format(at)
    .replace(/^(\w+).*?(\d+)-(\d+)-(\d+)$/, '$1 $2-$3-$4');
}

function dateOf(at: number, zone: string): string {
  return localDay(at, zone).slice(4);
}

const quarter = 15 * 60_000;
const found = new Map<string, number[]>();

/** Every beginning of a Monday of a year and more, by looking at the clock each quarter of an hour. */
function mondaysOf(zone: string): number[] {
  const known = found.get(zone);
  if (known) return known;
  const mondays: number[] = [];
  let isMonday = true;
  for (
    let at = Date.UTC(2025, 8, 1);
    at < Date.UTC(2026, 11, 31);
    at += quarter
  ) {
    const was = isMonday;
    isMonday = localDay(at, zone).startsWith('Mon');
    if (isMonday && !was) mondays.push(at);
  }
  found.set(zone, mondays);
  return mondays;
}
