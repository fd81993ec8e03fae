import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { cleanText } from './cleanText';
import { Alert } from './notification';

/** How the alerts of a source are read. */
export interface AlertReading {
  /** Leads subjects and record ids. */
  source: string;
  /** Labels that may name the service; the first one that an alert has decides. */
  subjectLabels: readonly string[];
}

const runbook = z.url({ protocol: /^https?$/ }).max(2000);

/**
 * The record events of one alert: that it fired, and, once it is over, that
 * it was resolved, so that one first heard of at its end is whole. Prometheus
 * gives a firing alert an end in the future: only its status says it is over.
 */
export function alertEvents(
  alert: Alert,
  reading: AlertReading & { receivedAt: number },
): RecordEventInput[] {
  const { source, receivedAt } = reading;
  const base = {
    kind: 'alert',
    record: `${source}:alert:${alert.fingerprint}:${Date.parse(
      alert.startsAt,
    )}`,
    subject: `${source}:${subjectOf(alert, reading)}`,
    title: titleOf(alert),
    url: urlOf(alert),
    severity: cleanText(alert.labels.severity, 50),
  } as const;
  const fired = { ...base, state: 'firing', at: alert.startsAt } as const;
  if (alert.status === 'firing') return [fired];
  // The sender says that it is over, if not when: then it was by now.
  const at = alert.endsAt ?? new Date(receivedAt).toISOString();
  return [fired, { ...base, state: 'resolved', at }];
}

/** Every alert has a subject, so that none is lost: one that names no service shows among the unowned by its name. */
function subjectOf(
  { labels, fingerprint }: Alert,
  { subjectLabels }: AlertReading,
): string {
  for (const name of [...subjectLabels, 'alertname']) {
    const value = cleanText(labels[name], 250);
    if (value) return value;
  }
  return fingerprint;
}

function titleOf({ annotations, labels }: Alert): string | undefined {
  return (
    cleanText(annotations?.summary, 500) ?? cleanText(labels.alertname, 500)
  );
}

function urlOf(alert: Alert): string | undefined {
  const { generatorURL, panelURL, dashboardURL, annotations } = alert;
  const read = runbook.safeParse(annotations?.runbook_url);
  return generatorURL ?? panelURL ?? dashboardURL ?? read.data;
}
