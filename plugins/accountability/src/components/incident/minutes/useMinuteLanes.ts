import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../../text';
import { LABEL_WIDTH } from '../../timeline/layout';
import { recordName } from '../../timeline/recordName';
import { KeyLane } from '../../timeline/useLanes';
import { BAR } from './deploymentBars';
import { ALERT, EARLIER, INCIDENT, MinutesLayout } from './layoutMinutes';

interface Placed {
  record?: ServiceRecord;
  /** The words of a mark that is no record. */
  label?: string;
  x: number;
  y: number;
  width: number;
}

/** The lanes of the chart as tab stops, from top to bottom. */
export function useMinuteLanes(layout: MinutesLayout): KeyLane[] {
  const t = useText();
  const { deployments, alerts } = layout;
  const lane = (
    key: string,
    name: string,
    of: { placed: Placed[]; half: number },
  ) => {
    const { placed, half } = of;
    const tops = placed.map(({ y }) => y);
    const top = Math.min(...tops) - 4;
    return {
      key,
      label: t('timeline.lane', { lane: name, number: String(placed.length) }),
      left: LABEL_WIDTH,
      width: layout.width - LABEL_WIDTH,
      top,
      height: Math.max(...tops) + 2 * half + 4 - top,
      items: placed
        .map(({ record, label = '', x, y, width }) => ({
          id: record?.id ?? EARLIER,
          x: x + Math.min(width / 2, 14),
          y: y + half,
          label: record
            ? `${recordName(record)}, ${formatInstant(record.startedAt)}`
            : label,
        }))
        .sort((a, b) => a.x - b.x),
    };
  };
  return [
    {
      key: 'deployments',
      name: t('minutes.deployments'),
      of: [
        ...deployments.bars.map(({ label: _, ...bar }) => bar),
        ...(deployments.earlier ? [deployments.earlier] : []),
      ],
      half: BAR / 2,
    },
    {
      key: 'alerts',
      name: t('timeline.alerts'),
      of: alerts.bars,
      half: ALERT / 2,
    },
    {
      key: 'incidents',
      name: t('minutes.others'),
      of: barsOf(layout),
      half: INCIDENT / 2,
    },
  ]
    .filter(({ of }) => of.length > 0)
    .map(({ key, name, of, half }) => lane(key, name, { placed: of, half }));
}

/** Other incidents, each by the first stretch in which it was open. */
function barsOf({ others, scale }: MinutesLayout): Placed[] {
  return others.map(({ record, y, segments }) => ({
    record,
    y,
    x: segments[0]?.x ?? scale.x(record.startedAt),
    width: segments[0]?.width ?? 1,
  }));
}
