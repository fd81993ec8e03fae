import { TimelineResponse } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../../text';
import { TimelineLayout } from '../layout';
import { LaneItem } from '../useLanes';
import { DeploymentEvidence } from './DeploymentEvidence';
import { IncidentEvidence } from './IncidentEvidence';

/** The evidence of a mark: of an incident, of a deployment, or how many there were on a day. */
export function MarkEvidence(props: {
  item: LaneItem;
  timeline: TimelineResponse;
  layout: TimelineLayout;
}) {
  const t = useText();
  const { item, timeline, layout } = props;
  const incident = layout.incidents.marks.find(({ id }) => id === item.id);
  if (incident) return <IncidentEvidence mark={incident} timeline={timeline} />;
  const marks = layout.lanes.flatMap(lane => lane.marks);
  const deployment = marks.find(({ id }) => id === item.id);
  if (deployment) {
    return <DeploymentEvidence mark={deployment} timeline={timeline} />;
  }
  const lane = layout.lanes.find(each =>
    each.bars.some(bar => `${each.environment ?? ''} ${bar.id}` === item.id),
  );
  const bar = lane?.bars.find(each => item.id.endsWith(each.id));
  if (!bar) return null;
  return (
    <p>{t('popover.onDay', { count: bar.count, date: formatDate(bar.day) })}</p>
  );
}
