import {
  CompiledCheck,
  CompiledPolicy,
  whetherScored,
} from 'backstage-plugin-accountability-engine';
import { AskedService } from './AskedService';
import { wantsAnswer } from './wantsAnswer';

/** Whether any check that is judged is a rule of another engine. */
export function hasAskedRules(policy: CompiledPolicy): boolean {
  return policy.scorecards.some(
    ({ draft, checks }) => !draft && checks.some(isAsked),
  );
}

/** Checks of one service that other engines decide, each with the name under which its answer is looked for. */
export function listAskedRules(
  policy: CompiledPolicy,
  scope: AskedService,
): { rule: string; check: CompiledCheck }[] {
  return policy.scorecards
    .filter(({ draft, effectiveFrom = -Infinity, checks }) => {
      const isInForce = !draft && effectiveFrom <= scope.now;
      return isInForce && checks.some(isAsked);
    })
    .filter(scorecard => whetherScored(scorecard, scope) === 'true')
    .flatMap(({ name, checks }) =>
      checks
        .map(check => ({ rule: `${name}/${check.id}`, check }))
        .filter(
          ({ rule, check }) =>
            isAsked(check) && wantsAnswer(check, { rule, scope }),
        ),
    );
}

function isAsked({ mode, program }: CompiledCheck): boolean {
  return mode !== 'off' && 'engine' in program;
}
