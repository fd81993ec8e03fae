import {
  ChangeProvenance,
  ChangeRecord,
  provenanceReports,
  ReportRecord,
} from 'backstage-plugin-accountability-common';
import { byCommit, sameCommit } from './delivery';

/** Most evidence that a change keeps. */
const mostEvidence = 20;

/** What a change without markers says. */
const unmarked: ChangeProvenance = {
  tools: [],
  commits: 0,
  automation: false,
  suggestions: false,
  none: false,
  signedByTool: false,
  evidence: [],
};

/**
 * Changes with what reports of provenance attest: one whose merge or last
 * commit is that of a report in which a machine wrote lines, or had a hand in
 * them, is attested, and the report is its first evidence. How much of it that
 * is is told where the report is of the whole change and its lines are known.
 * Everybody who asks what made a change asks it of these.
 */
export function attestChanges(
  changes: readonly ChangeRecord[],
  reports: readonly ReportRecord[],
): ChangeRecord[] {
  const attesting = reports.filter(isAttesting);
  if (attesting.length === 0) return [...changes];
  const reportsOf = byCommit(attesting);
  return changes.map(change => {
    const found = reportsOf([change.sha, change.headSha]);
    return found.length > 0 ? attested(change, found) : change;
  });
}

function isAttesting(report: ReportRecord): boolean {
  return provenanceReports.includes(report.format) && machineLines(report) > 0;
}

function machineLines({ measures = {} }: ReportRecord): number {
  return (measures.machine_lines ?? 0) + (measures.mixed_lines ?? 0);
}

function attested(
  change: ChangeRecord,
  reports: readonly ReportRecord[],
): ChangeRecord {
  const { provenance = unmarked } = change;
  const fraction = fractionOf(change, reports) ?? provenance.fraction;
  return {
    ...change,
    machineWritten: 'attested',
    provenance: {
      ...provenance,
      level: 'attested',
      ...(fraction !== undefined && { fraction }),
      evidence: [
        ...reports.map(({ format, tool = format, id }) => ({
          marker: format,
          tool,
          level: 'attested' as const,
          role: 'author' as const,
          text: id.slice(0, 200),
        })),
        ...provenance.evidence,
      ].slice(0, mostEvidence),
    },
  };
}

/** A report names lines that tools know of, which may not be all, so that it is a share of the lines of the change. */
function fractionOf(
  change: ChangeRecord,
  reports: readonly ReportRecord[],
): number | undefined {
  const { additions = 0, commits, mergeMethod, sha = '' } = change;
  const whole = reports.filter(
    report =>
      commits === 1 ||
      (mergeMethod === 'squash' && sameCommit(report.sha ?? '', sha)),
  );
  if (additions === 0 || whole.length === 0) return undefined;
  return Math.min(1, Math.max(...whole.map(machineLines)) / additions);
}
