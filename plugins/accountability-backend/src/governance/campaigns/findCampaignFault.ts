import { CheckRef, Milestone } from 'backstage-plugin-accountability-common';
import { uniqBy } from 'lodash';
import { CampaignPlan } from './CampaignPlan';
import { nameOf } from './nameOf';

const MOST_TITLE = 200;
const MOST_WORDS = 5000;
const MOST_CHECKS = 20;
const MOST_MILESTONES = 20;
const MOST_SCOPE = 4000;
const MOST_DAYS = 365;

/** What a plan is held against. */
export interface PlanSurroundings {
  /** Checks of the policy in force. */
  known: readonly CheckRef[];
  /** Milestones and target lie after it; epoch milliseconds. */
  now: number;
  /** What an active campaign has already: its target, and how many of its milestones are over. */
  kept?: { targetAt: number; passed: number };
}

/** What is wrong with the plan of a campaign, in words its author can act on; undefined where nothing is. */
export function findCampaignFault(
  plan: CampaignPlan,
  around: PlanSurroundings,
): string | undefined {
  return (
    faultOfWords(plan) ??
    faultOfChecks(plan.checks, around.known) ??
    faultOfTime(plan, around) ??
    (JSON.stringify(plan.scope ?? {}).length > MOST_SCOPE
      ? `scope is longer than ${MOST_SCOPE} characters; name services by what they have in common, such as a tag or a system`
      : undefined)
  );
}

function faultOfWords(plan: CampaignPlan): string | undefined {
  const { title, description = '', remindEveryDays: days } = plan;
  if (title.trim() === '' || title.length > MOST_TITLE) {
    return `title must have 1 to ${MOST_TITLE} characters: it is what owners are reminded by`;
  }
  if (/\p{Cc}/u.test(title)) {
    return 'title must not hold control characters, such as line breaks';
  }
  if (description.length > MOST_WORDS) {
    return `description must have at most ${MOST_WORDS} characters`;
  }
  if (!Number.isInteger(days) || days < 0 || days > MOST_DAYS) {
    return `remindEveryDays must be a whole number of days from 0 to ${MOST_DAYS}; 0 reminds nobody`;
  }
  return undefined;
}

function faultOfChecks(
  checks: readonly CheckRef[],
  known: readonly CheckRef[],
): string | undefined {
  if (checks.length === 0 || checks.length > MOST_CHECKS) {
    return `checks must name 1 to ${MOST_CHECKS} checks, each by scorecard and check`;
  }
  if (uniqBy(checks, nameOf).length < checks.length) {
    return 'checks names a check twice; name each once';
  }
  const names = new Set(known.map(nameOf));
  const missing = checks.find(check => !names.has(nameOf(check)));
  if (!missing) return undefined;
  const others = known
    .filter(({ scorecard }) => scorecard === missing.scorecard)
    .map(({ check }) => check);
  return `The policy in force has no check ${nameOf(missing)}; ${
    others.length > 0
      ? `${missing.scorecard} has: ${others.join(', ')}`
      : `its scorecards are: ${listScorecards(known)}`
  }`;
}

function listScorecards(known: readonly CheckRef[]): string {
  const names = uniqBy(known, 'scorecard').map(({ scorecard }) => scorecard);
  return names.length > 0 ? names.join(', ') : 'none';
}

function faultOfTime(
  { targetAt, milestones }: CampaignPlan,
  { now, kept }: PlanSurroundings,
): string | undefined {
  if (targetAt <= now && targetAt !== kept?.targetAt) {
    return 'targetAt must lie in the future';
  }
  if (milestones.length > MOST_MILESTONES) {
    return `milestones must be at most ${MOST_MILESTONES}`;
  }
  for (const [i, milestone] of milestones.entries()) {
    if (i < (kept?.passed ?? 0)) continue;
    const fault = faultOfMilestone(milestone, milestones[i - 1]);
    if (fault) return fault;
    if (milestone.at <= now || milestone.at > targetAt) {
      return `The milestone "${milestone.title}" must lie between now and targetAt`;
    }
  }
  return undefined;
}

/** What is wrong with a milestone by itself, or beside the one before it. */
function faultOfMilestone(
  { title, at, share }: Milestone,
  before: Milestone | undefined,
): string | undefined {
  if (title.trim() === '' || title.length > MOST_TITLE) {
    return `The title of a milestone must have 1 to ${MOST_TITLE} characters`;
  }
  if (!(share > 0 && share <= 1)) {
    return `The share of the milestone "${title}" must be over 0 and at most 1, for example 0.5 for half of the services`;
  }
  if (before && (at <= before.at || share <= before.share)) {
    return `The milestone "${title}" must come later than "${before.title}" and have a greater share`;
  }
  return undefined;
}
