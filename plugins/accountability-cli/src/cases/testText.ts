import { placeLine } from '../findings/placeLine';
import { plainLine } from '../findings/plainLine';
import { faultFindings } from '../policy/faultFindings';
import { TestRun } from './runTests';

/** What tests came to, for whoever reads the console. */
export function testText({ faults, cases, neverFailing }: TestRun): string {
  const lines: string[] = [];
  let test: string | undefined;
  for (const each of cases) {
    if (each.test !== test) lines.push(plainLine(each.test));
    test = each.test;
    const word = each.failures.length > 0 ? 'FAIL' : 'ok  ';
    lines.push(`  ${word} ${plainLine(each.name)}`);
    faultFindings(each.failures)
      .map(placeLine)
      .forEach(line => lines.push(`       ${line}`));
  }
  lines.push(...faultFindings(faults).map(placeLine));
  if (neverFailing.length > 0 && cases.length > 0) {
    lines.push(
      'No case fails these, so that nobody knows whether they can fail:',
      ...neverFailing.map(rule => `  ${rule}`),
    );
  }
  const held = cases.filter(({ failures }) => failures.length === 0).length;
  lines.push(`${held} of ${cases.length} cases hold; ${faults.length} faults`);
  return `${lines.join('\n')}\n`;
}
