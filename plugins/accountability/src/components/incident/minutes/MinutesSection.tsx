import { useMemo, useRef } from 'react';
import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { useElementWidth } from '../../../hooks';
import { formatDate, formatNear, formatTime, useText } from '../../../text';
import { refName } from '../../reading';
import { Section } from '../../states';
import { layoutMinutes } from './layoutMinutes';
import { MinutesChart } from './MinutesChart';
import { MinutesLegend } from './MinutesLegend';
import { MinutesTable } from './MinutesTable';
import { useMinutesSentence } from './useMinutesSentence';

const MIN_WIDTH = 720;

/** What happened around the incident, minute by minute, as a chart and as a table. */
export function MinutesSection(props: { data: IncidentResponse; now: number }) {
  const t = useText();
  const { data, now } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(MIN_WIDTH, useElementWidth(box, 1184));
  const layout = useMemo(
    () => layoutMinutes(data, { width, now, t }),
    [data, width, now, t],
  );
  const sentence = useMinutesSentence(data, layout);
  const owner = data.attribution?.incidentOwner;
  const window = t('minutes.sub', {
    date: formatDate(layout.scale.from),
    from: formatTime(layout.scale.from),
    to: formatNear(layout.scale.to, layout.scale.from),
  });
  return (
    <Section
      title={t('minutes.title')}
      sub={
        owner?.status === 'known'
          ? t('minutes.subOwner', { window, owner: refName(owner.owner) })
          : window
      }
    >
      <div ref={box}>
        <MinutesChart data={data} layout={layout} sentence={sentence} />
      </div>
      <MinutesLegend data={data} layout={layout} />
      <MinutesTable data={data} now={now} />
    </Section>
  );
}
