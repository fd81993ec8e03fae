import { CauseLink, DeploymentLane, IncidentMark } from './types';

const px = (value: number) => Math.round(value * 10) / 10;

/** Lines from each deployment to the incidents charged to it; a cause outside the window has none. */
export function causeLinks(
  lanes: DeploymentLane[],
  incidents: IncidentMark[],
): CauseLink[] {
  const places = new Map(
    lanes.flatMap(lane => lane.marks.map(mark => [mark.id, { mark, lane }])),
  );
  return incidents.flatMap(({ attribution, x, y }) => {
    const place = places.get(attribution?.cause ?? '');
    if (!attribution || !place) return [];
    const top = place.mark.y + 6;
    const bottom = y - 8;
    const middle = (top + bottom) / 2;
    const path =
      Math.abs(x - place.mark.x) < 1
        ? `M${px(x)} ${px(top)}V${px(bottom)}`
        : `M${px(place.mark.x)} ${px(top)}C${px(place.mark.x)} ${px(
            middle + 8,
          )} ${px(x)} ${px(middle - 8)} ${px(x)} ${px(bottom)}`;
    return [{ attribution, path }];
  });
}
