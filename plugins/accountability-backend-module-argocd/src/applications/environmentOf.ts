import { Application } from './application';
import {
  EnvironmentRule,
  EnvironmentRuleKey,
  environmentRuleKeys,
} from './readEnvironmentRules';

/** The environment that an application names itself, else that of the first rule that fits it; undefined is unknown. */
export function environmentOf(
  application: Application,
  rules: readonly EnvironmentRule[],
): string | undefined {
  return (
    nameOf(application.environment) ??
    nameOf(rules.find(rule => fits(application, rule))?.environment)
  );
}

function nameOf(given: string | null | undefined): string | undefined {
  const name = given
    ?.replace(/[\p{Cc}\p{Cs}]/gu, '')
    .trim()
    .toLowerCase();
  return name === 'prod' ? 'production' : name?.slice(0, 200) || undefined;
}

function fits(application: Application, { patterns }: EnvironmentRule) {
  const { metadata, project, destination } = application;
  const values: Record<EnvironmentRuleKey, (string | null | undefined)[]> = {
    application: [metadata.name],
    project: [project],
    cluster: [destination?.name, destination?.server],
    namespace: [destination?.namespace],
  };
  return environmentRuleKeys.every(key => {
    const pattern = patterns[key];
    return (
      pattern === undefined ||
      values[key].some(value => matches(value, pattern))
    );
  });
}

function matches(value: string | null | undefined, pattern: string): boolean {
  const parts = pattern
    .split('*')
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return !!value && new RegExp(`^${parts.join('.*')}$`).test(value);
}
