import { useMemo, useRef } from 'react';
import { TimelineResponse } from 'backstage-plugin-accountability-common';
import { useElementWidth } from '../../hooks';
import { formatDate, useText } from '../../text';
import { EmptySentence, Section } from '../states';
import { layoutTimeline } from './layout';
import { TimelineChart } from './TimelineChart';
import { TimelineLegend } from './TimelineLegend';
import { TimelineTable } from './TimelineTable';
import { incidentLine } from './incidentLine';
import { useTimelineSentence } from './useTimelineSentence';

const MIN_WIDTH = 640;
const DAY = 86_400_000;

/** The timeline as a card: chart, legend, and the same as a table for those who do not see it. */
export function TimelineCard({ timeline }: { timeline: TimelineResponse }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(MIN_WIDTH, useElementWidth(box, 1184));
  const layout = useMemo(
    () =>
      layoutTimeline(timeline, {
        width,
        wordsOf: mark => incidentLine(mark, t),
      }),
    [timeline, width, t],
  );
  const sentence = useTimelineSentence(timeline, layout);
  const nothing = timeline.records.length === 0 && timeline.perDay.length === 0;
  return (
    <Section
      title={t('timeline.title')}
      sub={t('timeline.sub', {
        from: formatDate(timeline.from),
        to: formatDate(timeline.to),
        days: String(Math.floor((timeline.to - timeline.from) / DAY)),
        zone: timeline.zone,
      })}
    >
      {nothing && <EmptySentence>{t('timeline.empty')}</EmptySentence>}
      {timeline.truncated && (
        <p className="acc-note acc-small">{t('timeline.truncated')}</p>
      )}
      <div ref={box}>
        <TimelineChart
          timeline={timeline}
          layout={layout}
          sentence={sentence}
        />
      </div>
      <TimelineLegend timeline={timeline} layout={layout} />
      <TimelineTable timeline={timeline} layout={layout} />
    </Section>
  );
}
