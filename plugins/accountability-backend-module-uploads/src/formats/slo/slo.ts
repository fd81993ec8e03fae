import { readJson } from '../../bodies/readJson';
import { refuse } from '../../refuse';
import { Reading, UploadFormat } from '../../UploadFormat';
import { Objective, sloReport } from './sloReport';

/** Service level objectives: how they stand, in a form of our own that any SLO tool's numbers fit in. */
export const slo: UploadFormat = {
  id: 'slo',
  read: ({ text }): Reading => {
    const read = readJson(text, sloReport, 'report of SLOs');
    if (!read.ok) return refuse(read);
    const { tool, policy, objectives } = read.value;
    const budgets = objectives.flatMap(each => budgetOf(each) ?? []);
    return {
      reports: [
        {
          tool,
          measures: {
            objectives: objectives.length,
            measured: budgets.length,
            exhausted: budgets.filter(budget => budget <= 0).length,
            ...(budgets.length > 0 && {
              least_budget_remaining: Math.min(...budgets),
            }),
            policy: policy ? 1 : 0,
          },
          closes: false,
        },
      ],
    };
  },
};

/** What is left of the error budget; of what was attained where the tool does not say. Undefined where nothing was measured. */
function budgetOf({
  target,
  attained,
  budgetRemaining,
}: Objective): number | undefined {
  if (typeof budgetRemaining === 'number') return budgetRemaining;
  return typeof attained === 'number'
    ? (attained - target) / (1 - target)
    : undefined;
}
