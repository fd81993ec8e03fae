import {
  AlertRecord,
  IncidentRecord,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';
import { Text } from '../../../text';
import { LABEL_WIDTH } from '../../timeline/layout';
import { TimeScale, timeScale } from '../../timeline/layout/scale';
import { answersOf } from './answersOf';
import { deploymentBars } from './deploymentBars';
import { incidentSegments } from './incidentSegments';
import { minuteLinks } from './minuteLinks';
import { minuteTicks } from './minuteTicks';
import { minuteWindow } from './minuteWindow';

/** The mark of the candidates from before the chart, as a mark in hand. */
export const EARLIER = 'earlier';

/** Height of the bar of an incident, px. */
export const INCIDENT = 18;

/** Height of the bar of an alert, px. */
export const ALERT = 18;

/** Alerts drawn at most; the table has them all. */
const ALERTS_DRAWN = 8;

const ALERT_ROW = 24;
const TOP = 26;
const LINK_ROOM = 56;
const OTHERS_DRAWN = 4;

/** Everything around an incident with its place in px. */
export function layoutMinutes(
  data: IncidentResponse,
  given: { width: number; now: number; t: Text },
) {
  const { width, now, t } = given;
  const { incident, records } = data;
  const scale = timeScale(minuteWindow(data, now), {
    left: LABEL_WIDTH,
    right: width - 4,
  });
  const deployments = deploymentBars(data, { scale, top: TOP, now, t });
  const alertsTop = deployments.bottom + LINK_ROOM;
  const alerts = alertBars(records, { scale, top: alertsTop, now });
  const line = alertsTop + Math.max(1, alerts.bars.length) * ALERT_ROW + 18;
  const others = otherIncidents(records, incident);
  const othersTop = line + INCIDENT + 26;
  const answersTop = othersTop + others.length * ALERT_ROW;
  const answers = answersOf(incident, alerts.all).map(each => ({
    ...each,
    x: scale.x(each.at),
  }));
  const bottom = answersTop + (answers.length > 0 ? 44 : 0);
  const impact = { x: scale.x(incident.startedAt), y: line + INCIDENT / 2 };
  const end = incident.endedAt ?? now;
  return {
    scale,
    width,
    height: bottom + 24,
    bottom,
    ticks: minuteTicks(scale),
    deployments,
    alerts: { ...alerts, top: alertsTop },
    incident: {
      line,
      segments: incidentSegments(incident, scale, now),
      from: impact.x,
      to: Math.max(impact.x + 1, scale.x(end)),
    },
    others: others.map((record, row) => ({
      record,
      y: othersTop + row * ALERT_ROW,
      segments: incidentSegments(record, scale, now),
    })),
    answers: { top: answersTop, marks: answers },
    links: minuteLinks(data, deployments, impact),
  };
}

/** The minutes around an incident with every place worked out. */
export type MinutesLayout = ReturnType<typeof layoutMinutes>;

function alertBars(
  records: IncidentResponse['records'],
  given: { scale: TimeScale; top: number; now: number },
) {
  const { scale, top, now } = given;
  const all = records
    .filter((record): record is AlertRecord => record.kind === 'alert')
    .filter(
      record =>
        record.startedAt <= scale.to && (record.endedAt ?? now) >= scale.from,
    )
    .sort((a, b) => a.startedAt - b.startedAt || a.id.localeCompare(b.id));
  const bars = all.slice(0, ALERTS_DRAWN).map((record, row) => {
    const x = scale.x(record.startedAt);
    return {
      record,
      x,
      width: Math.max(6, scale.x(record.endedAt ?? now) - x),
      y: top + row * ALERT_ROW,
    };
  });
  return { all, bars, more: all.length - bars.length };
}

function otherIncidents(
  records: IncidentResponse['records'],
  incident: IncidentRecord,
): IncidentRecord[] {
  return records
    .filter(
      (record): record is IncidentRecord =>
        record.kind === 'incident' && record.id !== incident.id,
    )
    .slice(0, OTHERS_DRAWN);
}
