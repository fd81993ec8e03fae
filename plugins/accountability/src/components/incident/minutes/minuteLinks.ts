import {
  AttributionMethod,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';
import { BAR, deploymentBars } from './deploymentBars';
import { Box, dropOf } from './placeBar';

const px = (value: number) => Math.round(value * 10) / 10;

/** A line between two records, with its head; a bow has its word below it. */
export interface MinuteLink {
  key: string;
  kind: 'cause' | 'candidate' | 'undoes';
  method: AttributionMethod;
  path: string;
  head: string;
  label?: { x: number; y: number };
}

/** From the cause and the candidates to where the impact begins, and from a remedy back to what it undid. */
export function minuteLinks(
  data: IncidentResponse,
  deployments: ReturnType<typeof deploymentBars>,
  impact: { x: number; y: number },
): MinuteLink[] {
  const { attribution } = data;
  if (!attribution) return [];
  const { bars, earlier, bottom } = deployments;
  const methods = new Map(
    attribution.candidates.map(each => [each.record, each.method]),
  );
  const to = { impact, bottom };
  const reasons = bars.flatMap(bar => {
    const { role, record } = bar;
    if (role !== 'cause' && role !== 'candidate') return [];
    const method =
      role === 'cause' ? attribution.method : methods.get(record.id) ?? 'none';
    return [{ key: record.id, kind: role, method, ...toImpact(bar, to) }];
  });
  const before = earlier
    ? [
        {
          key: 'earlier',
          kind: 'candidate' as const,
          method: 'none' as const,
          ...toImpact(earlier, to),
        },
      ]
    : [];
  const remedy = bars.find(({ role }) => role === 'remedy');
  const undone = bars.filter(({ record }) =>
    attribution.remedy?.undone.includes(record.id),
  );
  const undoes = remedy
    ? undone.map(bar => ({
        key: `undoes ${bar.record.id}`,
        kind: 'undoes' as const,
        method: 'remediation' as const,
        ...back(remedy, bar),
      }))
    : [];
  return [...reasons, ...before, ...undoes];
}

type Point = [number, number];

/** Falls straight below all deployments, so that it passes by their words, and comes to the impact from the left; where that has no room, from above. */
function toImpact(
  bar: Box,
  to: { impact: { x: number; y: number }; bottom: number },
) {
  const { impact, bottom } = to;
  const x = dropOf(bar);
  const drop = impact.y - bottom;
  const above = x > impact.x - 24;
  const end: Point = above
    ? [impact.x, impact.y - 18]
    : [impact.x - 8, impact.y];
  const curve: Point[] = above
    ? [[x, bottom], [x, bottom + drop / 2], [end[0], bottom + drop / 2], end]
    : [
        [x, bottom],
        [x, bottom + drop * 0.7],
        [Math.max(x, end[0] - 60), end[1]],
        end,
      ];
  return {
    path: `M${px(x)} ${px(bar.y + BAR)}V${px(bottom)}${curveOf(curve)}`,
    head: above ? arrow(end, [4, 8], 'down') : arrow(end, [4, 8], 'right'),
  };
}

/** The rest of a curve from where the path already is. */
function curveOf([, ...rest]: Point[]): string {
  return `C${rest.map(([x, y]) => `${px(x)} ${px(y)}`).join(' ')}`;
}

function arrow(
  [x, y]: Point,
  [half, long]: Point,
  way: 'down' | 'right',
): string {
  return way === 'down'
    ? `M${px(x - half)} ${px(y)}L${px(x)} ${px(y + long)}L${px(x + half)} ${px(
        y,
      )}Z`
    : `M${px(x)} ${px(y - half)}L${px(x + long)} ${px(y)}L${px(x)} ${px(
        y + half,
      )}Z`;
}

/** A bow below the bars, from the remedy back to what it undid. */
function back(remedy: Box, undone: Box) {
  const from = { x: px(remedy.x), y: remedy.y + BAR - 2 };
  const to = { x: px(undone.x + undone.width + 3), y: undone.y + BAR - 4 };
  const low = Math.max(from.y, to.y) + 36;
  const third = (from.x - to.x) / 3;
  return {
    path: `M${from.x} ${from.y}${curveOf([
      [from.x, from.y],
      [from.x - third, low],
      [to.x + third, low],
      [to.x, to.y],
    ])}`,
    head: `M${to.x + 7} ${to.y - 1}L${to.x - 2} ${to.y - 1}L${to.x + 3} ${
      to.y + 8
    }Z`,
    label: {
      x: px((from.x + to.x) / 2),
      y: px(0.75 * low + 0.125 * (from.y + to.y) + 14),
    },
  };
}
