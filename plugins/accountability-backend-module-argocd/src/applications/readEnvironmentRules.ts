import { Config } from '@backstage/config';

/** Which applications deploy to an environment: those that fit every pattern of the rule. */
export interface EnvironmentRule {
  environment: string;
  patterns: Readonly<Partial<Record<EnvironmentRuleKey, string>>>;
}

/** What a rule may look at. */
export const environmentRuleKeys = [
  'application',
  'project',
  'cluster',
  'namespace',
] as const;

/** What a rule may look at. */
export type EnvironmentRuleKey = (typeof environmentRuleKeys)[number];

/** The rules of `accountability.sources.argocd.environments`, in their order. */
export function readEnvironmentRules(
  config: Config | undefined,
): EnvironmentRule[] {
  const rules = config?.getOptionalConfigArray(
    'accountability.sources.argocd.environments',
  );
  return (rules ?? []).map(rule => ({
    environment: rule.getString('environment'),
    patterns: Object.fromEntries(
      environmentRuleKeys.flatMap(key => {
        const pattern = rule.getOptionalString(key);
        return pattern === undefined ? [] : [[key, pattern]];
      }),
    ),
  }));
}
