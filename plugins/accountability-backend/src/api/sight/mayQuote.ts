import { Attribution } from 'backstage-plugin-accountability-common';

const quoting = ['r1', 'r2', 'r3', 'r4'];

/** Whether an earlier version of the rule made a link: its sentences may quote what is named as the cause, whosever it is. */
export function mayQuote({
  ruleVersion,
}: Pick<Attribution, 'ruleVersion'>): boolean {
  return quoting.includes(ruleVersion);
}
