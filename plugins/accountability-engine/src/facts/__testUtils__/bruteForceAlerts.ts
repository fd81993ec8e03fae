import { AlertRecord } from 'backstage-plugin-accountability-common';
import {
  All,
  count,
  day,
  Found,
  minute,
  ownerThen,
  share,
  standsFor,
} from './onCallHistory';

/** The facts of alerts once more, slow and by the words of their definitions alone. */
export const bruteForceAlerts: Record<string, (all: All) => Found> = {
  'observability.actionable_ratio': actionable,
  'observability.alerts_per_week': ({ own }) => ({ value: own.length / 4 }),
  'observability.flapping_share': ({ own, now }) =>
    share(
      own.map(one => flaps(one, now)),
      ['under 5 minutes', 'longer'],
    ),
  'observability.duplicate_share': all =>
    share(
      all.own.map(one =>
        one.title === undefined ? undefined : repeats(one, all),
      ),
      ['again', 'first'],
    ),
  'observability.out_of_hours_share': outOfHours,
  'observability.notifications_per_alert': notifications,
};

function flaps({ startedAt, endedAt }: AlertRecord, now: number) {
  if (endedAt === startedAt) return undefined;
  if (endedAt !== undefined) return endedAt - startedAt < 5 * minute;
  return now - startedAt < 5 * minute ? undefined : false;
}

function repeats(one: AlertRecord, { alerts, now }: All): boolean {
  return alerts.some(other => {
    const comesBefore =
      other.startedAt < one.startedAt ||
      (other.startedAt === one.startedAt && other.id < one.id);
    const end = other.endedAt ?? Infinity;
    return (
      comesBefore &&
      other.title !== undefined &&
      other.title === one.title &&
      end >= now - 28 * day &&
      one.startedAt - end <= 5 * minute
    );
  });
}

function actionable(all: All): Found {
  const judged = all.own
    .filter(one => one.silenced !== true)
    .map(one => {
      const { label, startedAt, endedAt = all.now } = one;
      const taken =
        one.acknowledgedAt !== undefined ||
        standsFor(one.incident, all.incidents)?.acknowledgedAt !== undefined;
      const acted =
        one.incident !== undefined ||
        label === 'actionable' ||
        all.mended.some(at => startedAt <= at && at <= endedAt);
      if (label === 'noise') return false;
      if (taken && acted) return true;
      if (label === 'actionable') return undefined;
      const byItself = one.resolvedBy === 'system' && !taken;
      const again = one.title !== undefined && repeats(one, all);
      return byItself || again || flaps(one, all.now) ? false : undefined;
    });
  return share(judged, ['actionable', 'noise']);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(timeZone, clock);
  return clock;
}

function outOfHours(all: All): Found {
  const outs = all.own
    .filter(one => one.silenced !== true)
    .map(({ startedAt }) => {
      const owner = ownerThen(all, startedAt)?.owner ?? '';
      const zone = all.zones[owner] ?? 'UTC';
      const clock = clockOf(zone === 'Mars/Olympus' ? 'UTC' : zone);
      const parts = clock.formatToParts(startedAt);
      const read = (type: string) =>
        parts.find(part => part.type === type)?.value ?? '';
      const hour = Number(read('hour'));
      return ['Sat', 'Sun'].includes(read('weekday')) || hour < 8 || hour > 17;
    });
  if (outs.length < 10) return 'insufficient-data';
  return {
    value: count(outs, true) / outs.length,
    parts: {
      'out of hours': count(outs, true),
      'in hours': count(outs, false),
    },
  };
}

function notifications({ own }: All): Found {
  const heard = own.filter(one => one.silenced !== true);
  const told = heard.filter(one => one.notifications !== undefined);
  if (told.length === 0) return 'insufficient-data';
  const sum = told.reduce((total, one) => total + (one.notifications ?? 0), 0);
  return {
    value: sum / told.length,
    parts: { notifications: sum, unknown: heard.length - told.length },
  };
}
