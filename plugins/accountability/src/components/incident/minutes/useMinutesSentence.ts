import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../../text';
import { causeName } from '../../record';
import { recordName } from '../../timeline/recordName';
import { MinutesLayout } from './layoutMinutes';

/** What the chart shows, in one sentence. */
export function useMinutesSentence(
  data: IncidentResponse,
  layout: MinutesLayout,
): string {
  const t = useText();
  const { incident, attribution, records } = data;
  const ended =
    incident.endedAt === undefined
      ? t('timeline.going')
      : t('minutes.until', { at: formatInstant(incident.endedAt) });
  const charged = causeName(attribution, { records, t });
  const cause =
    attribution && charged
      ? t('minutes.sentenceCause', {
          cause: charged,
          method: t(`popover.methods.${attribution.method}`),
        })
      : t('minutes.sentenceNoCause');
  return t('minutes.sentence', {
    incident: recordName(incident),
    from: formatInstant(incident.startedAt),
    ended,
    deployments: String(layout.deployments.bars.length),
    alerts: String(layout.alerts.all.length),
    cause,
  });
}
