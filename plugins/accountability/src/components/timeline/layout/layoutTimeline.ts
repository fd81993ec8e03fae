import {
  DeploymentRecord,
  IncidentRecord,
  TimelineResponse,
} from 'backstage-plugin-accountability-common';
import { causeLinks } from './causeLinks';
import { deploymentLanes } from './deploymentLanes';
import { IncidentWords, incidentMarks, MAX_INCIDENT } from './incidentMarks';
import { ownerBands } from './ownerBands';
import { timeScale } from './scale';
import { weekTicks } from './ticks';
import { weekBars } from './weekBars';

/** Width of the column of lane names, px. */
export const LABEL_WIDTH = 112;

const LANES_TOP = 48;
const EMPTY_LANE = 44;
const LINK_ROOM = 72;
const ALERTS = 32;
const AXIS = 24;

/** Everything of a timeline with its place in px, from the answer of the server and the width there is. */
export function layoutTimeline(
  timeline: TimelineResponse,
  options: { width: number; wordsOf(mark: IncidentWords): string },
) {
  const { width, wordsOf } = options;
  const scale = timeScale(timeline, { left: LABEL_WIDTH, right: width - 4 });
  const { zone, attributions } = timeline;
  const deployments = timeline.records.filter(
    (record): record is DeploymentRecord => record.kind === 'deployment',
  );
  const incidents = timeline.records.filter(
    (record): record is IncidentRecord => record.kind === 'incident',
  );
  const lanes = deploymentLanes({
    deployments,
    attributions,
    scale,
    zone,
    top: LANES_TOP,
  });
  const lanesEnd = lanes[lanes.length - 1]?.baseline ?? LANES_TOP + EMPTY_LANE;
  const line = lanesEnd + LINK_ROOM;
  const marks = incidentMarks(incidents, {
    ...{ attributions, scale, line, wordsOf },
  });
  const alertsLine = line + MAX_INCIDENT + 16 + ALERTS;
  return {
    scale,
    width,
    height: alertsLine + AXIS,
    lanesTop: LANES_TOP,
    emptyLane: EMPTY_LANE,
    lanes,
    incidents: { line, marks },
    links: causeLinks(lanes, marks),
    bands: ownerBands(timeline.spans, { scale, attributions }),
    ticks: weekTicks(scale, zone),
    alerts: {
      line: alertsLine,
      height: ALERTS,
      bars: weekBars(
        timeline.perDay.filter(({ kind }) => kind === 'alert'),
        scale,
        ALERTS,
      ),
    },
  };
}

/** A timeline with every place worked out. */
export type TimelineLayout = ReturnType<typeof layoutTimeline>;
