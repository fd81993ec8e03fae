import { CheckRef } from 'backstage-plugin-accountability-common';
import { DueAsked } from './DueAsked';

/** The title of a check of the policy in force, or its id where the policy has it no more. */
export function titleOfCheck(
  { scorecards }: DueAsked['policy'],
  { scorecard, check }: CheckRef,
): string {
  const found = scorecards
    .find(({ name }) => name === scorecard)
    ?.checks.find(({ id }) => id === check);
  return found?.title ?? check;
}
