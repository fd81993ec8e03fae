import {
  AlertRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { bruteForceAlerts } from './bruteForceAlerts';
import { bruteForceIncidents } from './bruteForceIncidents';
import { day, Found, History } from './onCallHistory';

/** A fact of observability by brute force. */
export function bruteForceOnCall(id: string, past: History): Found {
  const { now, records } = past;
  const begun = records.filter(one => one.startedAt <= now);
  const alerts = begun.filter(
    (one): one is AlertRecord => one.kind === 'alert',
  );
  const incidents = begun.filter(
    (one): one is IncidentRecord => one.kind === 'incident',
  );
  const within = (at: number, days: number) =>
    at >= now - days * day && at < now;
  const found = { ...bruteForceAlerts, ...bruteForceIncidents }[id]({
    ...past,
    alerts,
    incidents,
    own: alerts.filter(one => within(one.startedAt, 28)),
    begun: incidents.filter(
      one => one.mergedInto === undefined && within(one.startedAt, 90),
    ),
  });
  if (typeof found === 'string') return found;
  const { value, parts = {} } = found;
  return { value: Number(value.toFixed(9)), parts };
}
