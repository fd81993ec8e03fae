import { TimelineResponse } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { hasCause } from '../reading';
import { TimelineLayout } from './layout';

/** What the chart shows, in one sentence. */
export function useTimelineSentence(
  timeline: TimelineResponse,
  layout: TimelineLayout,
): string {
  const t = useText();
  const causes = timeline.attributions.flatMap(({ cause }) => cause ?? []);
  return t('timeline.sentence', {
    days: String(Math.floor((timeline.to - timeline.from) / 86_400_000)),
    deployments: String(layout.lanes.reduce((n, lane) => n + lane.count, 0)),
    failed: String(new Set(causes).size),
    incidents: String(layout.incidents.marks.length),
    linked: String(timeline.attributions.filter(hasCause).length),
    owners: t('timeline.owners', {
      count: layout.bands.filter(({ owner }) => owner).length,
    }),
  });
}
