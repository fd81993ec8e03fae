import {
  GateFact,
  GateQuestion,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';

/** What a decision stands on. */
export interface Evidence {
  question: GateQuestion;
  rules: readonly GateRuleResult[];
  facts: readonly GateFact[];
  /** Digest of the policy. */
  policy: string;
}

/** What a decision stands on as JSON with sorted keys, so that whoever has the same has the same bytes; its digest is made outside. */
export function evidenceOf({
  question,
  rules,
  facts,
  policy,
}: Evidence): string {
  return JSON.stringify(sorted({ question, rules, facts, policy }));
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
