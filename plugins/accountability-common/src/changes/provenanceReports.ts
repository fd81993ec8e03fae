import { ReportRecord } from '../records/serviceRecord';

/** Formats of reports that tell which lines of a commit machines wrote. */
export const provenanceReports: readonly ReportRecord['format'][] = [
  'git-ai',
  'agent-trace',
];
