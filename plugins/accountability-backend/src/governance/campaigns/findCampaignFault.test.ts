import { CampaignPlan } from './CampaignPlan';
import { findCampaignFault } from './findCampaignFault';

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 23);
const after = (days: number) => now + days * DAY;
const known = [
  { scorecard: 'ready', check: 'scan' },
  { scorecard: 'ready', check: 'tests' },
  { scorecard: 'safe', check: 'secrets' },
];
const plan: CampaignPlan = {
  title: 'Scan everything',
  checks: [{ scorecard: 'ready', check: 'scan' }],
  targetAt: after(90),
  milestones: [
    { title: 'Half', at: after(30), share: 0.5 },
    { title: 'All', at: after(90), share: 1 },
  ],
  remindEveryDays: 7,
};
const milestone = (title: string, days: number, share: number) => ({
  title,
  at: after(days),
  share,
});

describe('findCampaignFault', () => {
  it('finds none in a plan that holds together', () => {
    expect(findCampaignFault(plan, { known, now })).toBeUndefined();
  });

  it.each<{ given: string; more: Partial<CampaignPlan>; gives: RegExp }>([
    { given: 'no title', more: { title: ' ' }, gives: /^title must have/ },
    {
      given: 'a title of two lines',
      more: { title: 'a\nb' },
      gives: /control characters/,
    },
    {
      given: 'a very long title',
      more: { title: 'x'.repeat(201) },
      gives: /^title must have/,
    },
    {
      given: 'a very long description',
      more: { description: 'x'.repeat(5001) },
      gives: /^description must/,
    },
    { given: 'no check', more: { checks: [] }, gives: /1 to 20 checks/ },
    {
      given: 'more than 20 checks',
      more: {
        checks: Array.from({ length: 21 }, (_, i) => {
          return { scorecard: 'ready', check: `c${i}` };
        }),
      },
      gives: /1 to 20 checks/,
    },
    {
      given: 'a check twice',
      more: { checks: [known[0], known[0]] },
      gives: /twice/,
    },
    {
      given: 'a check that its scorecard has not',
      more: { checks: [{ scorecard: 'ready', check: 'scans' }] },
      gives: /no check ready\/scans; ready has: scan, tests$/,
    },
    {
      given: 'a scorecard that there is not',
      more: { checks: [{ scorecard: 'redy', check: 'scan' }] },
      gives: /its scorecards are: ready, safe$/,
    },
    {
      given: 'a target that is over',
      more: { targetAt: now, milestones: [] },
      gives: /^targetAt must lie in the future/,
    },
    {
      given: 'a milestone after the target',
      more: { milestones: [milestone('Late', 91, 0.5)] },
      gives: /"Late" must lie between now and targetAt/,
    },
    {
      given: 'a milestone that is over',
      more: { milestones: [milestone('Early', 0, 0.5)] },
      gives: /"Early" must lie between/,
    },
    {
      given: 'a share of nothing',
      more: { milestones: [milestone('None', 1, 0)] },
      gives: /share of the milestone "None"/,
    },
    {
      given: 'a share of more than all',
      more: { milestones: [milestone('Most', 1, 1.01)] },
      gives: /share of the milestone "Most"/,
    },
    {
      given: 'shares that do not rise',
      more: { milestones: [milestone('A', 1, 0.5), milestone('B', 2, 0.5)] },
      gives: /"B" must come later than "A"/,
    },
    {
      given: 'milestones that are not in their order',
      more: { milestones: [milestone('A', 2, 0.5), milestone('B', 1, 0.7)] },
      gives: /"B" must come later than "A"/,
    },
    {
      given: 'a milestone without a name',
      more: { milestones: [milestone('', 1, 0.5)] },
      gives: /title of a milestone/,
    },
    {
      given: 'half a day between reminders',
      more: { remindEveryDays: 0.5 },
      gives: /^remindEveryDays/,
    },
    {
      given: 'a scope as long as a list of services',
      more: { scope: { 'metadata.name': { $in: ['x'.repeat(4000)] } } },
      gives: /^scope is longer/,
    },
  ])('says what is wrong with $given', ({ more, gives }) => {
    const fault = findCampaignFault({ ...plan, ...more }, { known, now });

    expect(fault).toMatch(gives);
  });
});
