import {
  Campaign,
  CampaignProgress,
} from 'backstage-plugin-accountability-common';

const MARGIN = { left: 40, right: 12, top: 10, bottom: 22 };

/** Lines of a burn-up in px, and where its words stand. */
export interface BurnUpLayout {
  done: { x: number; y: number }[];
  total: { x: number; y: number }[];
  target?: { x: number; y: number };
  milestones: { x: number; y: number; title: string }[];
  /** Heights of the axis: 0 and the most. */
  ticks: { y: number; label: number }[];
  bottom: number;
  left: number;
  right: number;
}

/** Places days and counts; time reaches to the target where that is to come. */
export function layoutBurnUp(
  campaign: Pick<Campaign, 'targetAt' | 'milestones'>,
  { burnUp, asOf }: CampaignProgress,
  size: { width: number; height: number },
): BurnUpLayout {
  const days = burnUp.map(({ day }) => Date.parse(`${day}T00:00:00Z`));
  const from = Math.min(...days, asOf);
  const to = Math.max(campaign.targetAt, asOf, from + 86_400_000);
  const most = Math.max(1, ...burnUp.map(({ total }) => total));
  const left = MARGIN.left;
  const right = size.width - MARGIN.right;
  const bottom = size.height - MARGIN.bottom;
  const x = (at: number) => left + ((at - from) / (to - from)) * (right - left);
  const y = (count: number) => bottom - (count / most) * (bottom - MARGIN.top);
  const last = burnUp[burnUp.length - 1];
  return {
    done: burnUp.map(({ done }, place) => ({ x: x(days[place]), y: y(done) })),
    total: burnUp.map(({ total }, place) => ({
      x: x(days[place]),
      y: y(total),
    })),
    ...(last && { target: { x: x(campaign.targetAt), y: y(last.total) } }),
    milestones: campaign.milestones
      .filter(({ at }) => at >= from && at <= to)
      .map(({ at, share, title }) => ({
        x: x(at),
        y: y(share * (last?.total ?? most)),
        title,
      })),
    ticks: [0, most].map(label => ({ y: y(label), label })),
    bottom,
    left,
    right,
  };
}
