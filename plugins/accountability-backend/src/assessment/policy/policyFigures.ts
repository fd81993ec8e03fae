import { PolicyStatusResponse } from 'backstage-plugin-accountability-common';

/** Numbers of the policy in force, to be watched. */
export interface PolicyFigures {
  /** Services that an earlier policy judged last. */
  behind: number;
  rulesActive: number;
  /** Rules of earlier files that stay, since the new ones are at fault. */
  rulesKept: number;
  /** Rules that are in force in no form. */
  rulesRefused: number;
  documentsRefused: number;
  /** Places that could not be read when they were last looked at. */
  sourcesFailed: number;
  /** Since when the least fresh place is known as it is; absent where one never was. */
  secondsSinceRead?: number;
}

/** Sums up how the policy is doing; a gauge a number. */
export function policyFigures(
  status: Pick<
    PolicyStatusResponse,
    'asOf' | 'sources' | 'documents' | 'behind'
  >,
): PolicyFigures {
  const { asOf, sources, documents, behind } = status;
  const rules = documents.flatMap(document => document.rules);
  const count = (state: string) =>
    rules.filter(rule => rule.state === state).length;
  const reads = sources.map(({ readAt }) => readAt ?? -Infinity);
  const oldest = Math.min(...reads);
  return {
    behind,
    rulesActive: count('active'),
    rulesKept: count('kept'),
    rulesRefused: count('refused'),
    documentsRefused: documents.filter(({ state }) => state === 'refused')
      .length,
    sourcesFailed: sources.filter(({ state }) => state === 'failed').length,
    ...(Number.isFinite(oldest) && {
      secondsSinceRead: (asOf - oldest) / 1000,
    }),
  };
}
