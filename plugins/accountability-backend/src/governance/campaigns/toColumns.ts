import { writeInstant } from '../../database/instants';
import { CampaignPlan } from './CampaignPlan';

/** The columns that people write. */
export function toColumns(plan: CampaignPlan) {
  const { scope, milestones } = plan;
  return {
    title: plan.title,
    description: plan.description ?? null,
    checks: JSON.stringify(
      plan.checks.map(({ scorecard, check }) => ({ scorecard, check })),
    ),
    scope: scope === undefined ? null : JSON.stringify(scope),
    owner_ref: plan.owner ?? null,
    target_at: writeInstant(plan.targetAt),
    milestones: JSON.stringify(milestones),
    remind_every_days: plan.remindEveryDays,
  };
}
