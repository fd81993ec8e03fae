import { Text, useText, formatDate, formatInstant } from '../../text';
import { recordName } from './recordName';
import {
  DeploymentLane,
  DeploymentMark,
  LABEL_WIDTH,
  TimelineLayout,
} from './layout';

/** The mark in hand: looked at while hovered or focused, pinned once it is opened. */
export interface ActiveMark {
  id: string;
  pinned: boolean;
}

/** One mark of a lane as keys and pointer reach it. */
export interface LaneItem {
  id: string;
  x: number;
  y: number;
  /** What it is, for those who hear it. */
  label: string;
}

/** A lane as one tab stop. */
export interface KeyLane {
  key: string;
  label: string;
  left: number;
  top: number;
  width: number;
  height: number;
  items: LaneItem[];
}

/** The name of a lane of deployments. */
export function laneName(lane: DeploymentLane, t: Text): string {
  if (lane.production) return t('timeline.production');
  const name = lane.environment ?? t('timeline.unknownEnvironment');
  return name.charAt(0).toLocaleUpperCase('en') + name.slice(1);
}

/** The lanes of a timeline as tab stops, in the order in which they are drawn. */
export function useLanes(layout: TimelineLayout): KeyLane[] {
  const t = useText();
  const place = { left: LABEL_WIDTH, width: layout.width - LABEL_WIDTH };
  const label = (lane: string, count: number) =>
    t('timeline.lane', { lane, number: String(count) });
  const deployments = layout.lanes.map(lane => {
    const items = [
      ...lane.marks.map(mark => deploymentItem(mark, t)),
      ...lane.bars.map(bar => ({
        id: `${lane.environment ?? ''} ${bar.id}`,
        x: bar.x + bar.width / 2,
        y: bar.y,
        label: t('popover.onDay', {
          count: bar.count,
          date: formatDate(bar.day),
        }),
      })),
    ];
    return {
      ...place,
      key: `lane ${lane.environment ?? ''}`,
      label: label(laneName(lane, t), items.length),
      top: lane.top - 4,
      height: lane.height + 6,
      items,
    };
  });
  const { line, marks } = layout.incidents;
  const incidents = {
    ...place,
    key: 'incidents',
    label: label(t('timeline.incidents'), marks.length),
    top: line - 28,
    height: 92,
    items: marks.map(mark => ({
      id: mark.id,
      x: mark.x,
      y: mark.y + mark.length / 2,
      label: `${recordName(mark.record)}, ${formatInstant(
        mark.record.startedAt,
      )}`,
    })),
  };
  return [...deployments, incidents].filter(({ items }) => items.length > 0);
}

function deploymentItem(mark: DeploymentMark, t: Text): LaneItem {
  const words = [
    recordName(mark.record, { bare: true }),
    formatInstant(mark.record.startedAt),
    t(`mark.${mark.shape}`),
  ];
  return { id: mark.id, x: mark.x, y: mark.y, label: words.join(', ') };
}
