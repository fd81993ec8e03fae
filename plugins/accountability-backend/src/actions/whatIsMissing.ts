import {
  CheckResult,
  FactReading,
} from 'backstage-plugin-accountability-common';

/** What would make a check pass, a sentence each; none where it passes or does not apply. */
export function whatIsMissing(
  result: CheckResult,
  facts: readonly FactReading[],
): string[] {
  if (result.status === 'pass' || result.status === 'not-applicable') return [];
  const failed = result.clauses
    .filter(({ outcome }) => outcome === 'false')
    .map(({ text, operands }) => {
      const seen = operands
        .map(({ expression, value }) => `${expression} is ${value}`)
        .join(', ');
      return `\`${text}\` has to hold${seen ? `: ${seen}` : ''}.`;
    });
  const unknown = facts
    .filter(({ status }) => status === 'unknown')
    .map(({ id, because }) => `${id} has to be known. ${because}`);
  const missing = [...failed, ...unknown];
  // Another engine gives no clauses, and an error is of none of them.
  return missing.length > 0 ? missing : [result.because];
}
