import {
  BacktestCheck,
  BacktestReport,
} from 'backstage-plugin-accountability-common';
import { plainLine } from '../findings/plainLine';

/** Services named of an owner; the JSON has more. */
const MOST_NAMED = 5;

const counted = [
  ['fail', 'fail'],
  ['warn', 'warn'],
  ['exempt', 'exempt'],
  ['unknown', 'unknown'],
  ['pass', 'pass'],
  ['notApplicable', 'not applicable'],
] as const;

/** A report in words, a block for each check. */
export function backtestText(report: BacktestReport): string {
  const { faults, checks, limits, services, days } = report;
  const blocks = [
    ...faults.map(
      ({ file, line, column, message }) =>
        `${file}:${line}:${column} ${plainLine(message)}`,
    ),
    ...checks.flatMap(blockOf),
    ...limits.map(limit => `note: ${plainLine(limit)}`),
    `${services} services, ${days} days; ${checks.length} checks, ${faults.length} faults`,
  ];
  return `${blocks.join('\n')}\n`;
}

function blockOf(check: BacktestCheck): string[] {
  const { scorecard, title, now, newlyFailing, incidents } = check;
  const results = counted
    .filter(([status]) => now[status] > 0)
    .map(([status, words]) => `${now[status]} ${words}`);
  const newly = newlyFailing.reduce((sum, { total }) => sum + total, 0);
  return [
    `check ${scorecard}/${check.check}: ${plainLine(title)}`,
    `  now: ${results.join(', ') || 'no service'}`,
    `  newly failing: ${newly}`,
    ...newlyFailing.map(ownerLine),
    `  past: ${check.past.map(weekWords).join(', ') || 'no week'}`,
    `  incidents: ${plainLine(incidents.because)}`,
  ];
}

function ownerLine({
  owner = 'no owner',
  services,
  total,
}: BacktestCheck['newlyFailing'][number]): string {
  const named = services.slice(0, MOST_NAMED);
  const names = named.map(({ title }) => plainLine(title));
  const more = total - named.length;
  if (more > 0) names.push(`${more} more`);
  return `    ${plainLine(owner)}: ${names.join(', ')}`;
}

function weekWords({ week, fail, known }: BacktestCheck['past'][number]) {
  return `${week} ${known > 0 ? `${fail} of ${known}` : 'unknown'}`;
}
