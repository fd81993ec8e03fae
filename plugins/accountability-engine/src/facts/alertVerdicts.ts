import { AlertRecord } from 'backstage-plugin-accountability-common';
import { alertDuplicates } from './alertDuplicates';
import { isFlapping } from './alertLengths';
import { FactContext } from './defineFact';
import { incidentsByMerge } from './incidentsByMerge';

/** Record ids of alerts by what became of them. */
export interface AlertVerdicts {
  actionable: string[];
  noise: string[];
  /** Those of which neither can be said. */
  unknown: string[];
  /** Nobody was told of these, so they asked nothing of anybody. */
  silenced: string[];
}

/**
 * Sorts the alerts of the window. Actionable: a person took it up, and it led
 * to an incident, production was mended while it fired, or it was said to be.
 * Noise: it was said to be, or it ended by itself and nobody took it up, was
 * over in under five minutes, or told again what another told. Else unknown.
 */
export function alertVerdicts(context: FactContext): AlertVerdicts {
  const verdicts: AlertVerdicts = {
    actionable: [],
    noise: [],
    unknown: [],
    silenced: [],
  };
  const judge = judgeOf(context);
  for (const alert of context.inWindow.alert) {
    verdicts[judge(alert)].push(alert.id);
  }
  return verdicts;
}

function judgeOf(context: FactContext) {
  const { now } = context;
  const incidents = incidentsByMerge(context.records.incident);
  const duplicates = alertDuplicates(context);
  const mendedAt = [...context.remedies.values()].flatMap(mended =>
    mended.map(({ by }) => by.record.startedAt),
  );

  const isTakenUp = ({ acknowledgedAt, incident }: AlertRecord) =>
    acknowledgedAt !== undefined ||
    (incident !== undefined &&
      incidents.get(incident)?.acknowledgedAt !== undefined);
  const isActedOn = ({ incident, label, startedAt, endedAt }: AlertRecord) =>
    incident !== undefined ||
    label === 'actionable' ||
    mendedAt.some(at => at >= startedAt && at <= (endedAt ?? now));
  const isNoise = (alert: AlertRecord) =>
    (alert.resolvedBy === 'system' && !isTakenUp(alert)) ||
    isFlapping(alert, now) === true ||
    duplicates.has(alert.id);

  return (alert: AlertRecord): keyof AlertVerdicts => {
    if (alert.silenced) return 'silenced';
    if (alert.label === 'noise') return 'noise';
    if (isTakenUp(alert) && isActedOn(alert)) return 'actionable';
    // What a person says of an alert is not overruled by how long it lasted.
    if (alert.label === undefined && isNoise(alert)) return 'noise';
    return 'unknown';
  };
}
