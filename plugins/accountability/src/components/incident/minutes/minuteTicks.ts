import { TimeScale } from '../../timeline/layout/scale';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const ROOM = 72;
const steps = [
  1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14400,
].map(minutes => minutes * MINUTE);

/** Round instants of UTC with room for their labels; past a day they are days. */
export function minuteTicks(scale: TimeScale) {
  const span = scale.to - scale.from;
  const most = Math.max(1, (scale.right - scale.left) / ROOM);
  const step =
    steps.find(each => span / each <= most) ?? steps[steps.length - 1];
  const first = Math.ceil(scale.from / step) * step;
  const count = Math.max(0, Math.floor((scale.to - first) / step) + 1);
  return Array.from({ length: count }, (_, place) => {
    const at = first + place * step;
    return { at, x: scale.x(at), isDay: at % DAY === 0 };
  });
}
