import {
  AlertRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';

/** A step of answering an incident, or that somebody is at an alert. */
export interface Answer {
  key: string;
  /** `alert`: somebody is at an alert. */
  step: 'paged' | 'escalated' | 'acknowledged' | 'alert';
  at: number;
  /** The source's own name of the rota; never a person. */
  team?: string;
}

/** Every step that was told of; where none was, when the incident was acknowledged. */
export function answersOf(
  incident: IncidentRecord,
  alerts: AlertRecord[],
): Answer[] {
  const { acknowledgedAt, responses = [] } = incident;
  const told = responses.some(({ step }) => step === 'acknowledged');
  const own: Omit<Answer, 'key'>[] = [
    ...responses,
    ...(acknowledgedAt !== undefined && !told
      ? [{ step: 'acknowledged' as const, at: acknowledgedAt }]
      : []),
    ...alerts.flatMap(alert =>
      alert.acknowledgedAt === undefined
        ? []
        : [{ step: 'alert' as const, at: alert.acknowledgedAt }],
    ),
  ];
  return own
    .map((answer, place) => ({ ...answer, key: `${answer.step} ${place}` }))
    .sort((a, b) => a.at - b.at);
}
