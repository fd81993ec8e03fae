import {
  OnCallWeek,
  Shift,
  shifts,
} from 'backstage-plugin-accountability-common';

/** A bar of one week with its parts, from the line up; px. */
export interface WeekBar {
  week: OnCallWeek;
  total: number;
  x: number;
  width: number;
  /** Where the number above it stands. */
  top: number;
  parts: { shift: Shift; y: number; height: number }[];
}

/** Bars, marks of the scale and the limit of a chart; px. */
export interface BarsLayout {
  bars: WeekBar[];
  ticks: { y: number; label: number }[];
  limitY?: number;
  left: number;
  right: number;
  bottom: number;
}

const LEFT = 28;
const TOP = 34;
const BELOW = 40;

/** Part of the room of a week that its bar takes. */
const FILLED = 0.66;
const WIDEST = 64;

/** Pages of a week, whatever the hour. */
export function totalOf(week: OnCallWeek): number {
  return shifts.reduce((sum, shift) => sum + week[shift], 0);
}

/** Lays the bars of some weeks out, on one scale from zero that has room for the limit. */
export function layoutBars(
  weeks: readonly OnCallWeek[],
  size: { width: number; height: number; limit?: number },
): BarsLayout {
  const { width, height, limit } = size;
  const bottom = height - BELOW;
  const most = Math.max(1, limit ?? 0, ...weeks.map(totalOf));
  const yOf = (value: number) => bottom - ((bottom - TOP) * value) / most;
  const room = (width - LEFT) / Math.max(1, weeks.length);
  const barWidth = Math.min(WIDEST, room * FILLED);
  const half = limit !== undefined && limit >= 2 ? limit / 2 : most;
  return {
    left: LEFT,
    right: width,
    bottom,
    ticks: [0, half, ...(limit === undefined || limit < 2 ? [] : [limit])].map(
      label => ({ label, y: yOf(label) }),
    ),
    ...(limit !== undefined && { limitY: yOf(limit) }),
    bars: weeks.map((week, place) => {
      const total = totalOf(week);
      let below = 0;
      return {
        ...{ week, total, width: barWidth, top: yOf(total) },
        x: LEFT + room * place + (room - barWidth) / 2,
        parts: shifts.map(shift => {
          below += week[shift];
          return {
            ...{ shift, y: yOf(below) },
            height: ((bottom - TOP) * week[shift]) / most,
          };
        }),
      };
    }),
  };
}
