import { CheckRef } from 'backstage-plugin-accountability-common';
import { CompiledPolicy } from 'backstage-plugin-accountability-engine';

/** The checks that a campaign may be about: those of scorecards that are no drafts, unless they are off. */
export function checksOf(policy: CompiledPolicy): CheckRef[] {
  return policy.scorecards
    .filter(({ draft }) => !draft)
    .flatMap(({ name, checks }) =>
      checks
        .filter(({ mode }) => mode !== 'off')
        .map(({ id }) => ({ scorecard: name, check: id })),
    );
}

/** Days of work by check, as its author reckons. */
export function effortsOf(policy: CompiledPolicy) {
  const efforts = new Map(
    policy.scorecards.flatMap(({ name, checks }) =>
      checks.map(({ id, effortDays }) => [`${name}/${id}`, effortDays]),
    ),
  );
  return ({ scorecard, check }: CheckRef) =>
    efforts.get(`${scorecard}/${check}`);
}
