import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { Binding } from '../binding/readBinding';
import { UploadedReport, UploadFormat } from '../UploadFormat';
import { digest } from './digest';
import { shorten } from './shorten';

/** One report of an upload, with all that its record events say. */
export interface BoundReport {
  format: UploadFormat['id'];
  binding: Binding;
  report: UploadedReport;
  /** When it was made, in ISO 8601. */
  at: string;
}

/**
 * The record events of a report: itself, and each finding it names. Findings
 * always say their series, so that a later report closes them; the report says
 * it only where it may close others. A repeated upload of one tool, category
 * and commit is the same report; one of a branch is another than the one of the
 * default branch, which may have the same commit later.
 */
export function toRecordEvents(bound: BoundReport): RecordEventInput[] {
  const { format, binding, report, at } = bound;
  const { subject, sha, branch, defaultBranch, url } = binding;
  const category = binding.category ?? report.category;
  const series = seriesOf(bound, category);
  const name = nameOf(subject);
  return [
    {
      kind: 'report',
      state: 'uploaded',
      record: `${format}:report:${name}:${sha}:${digest(
        defaultBranch === false ? [series, branch] : [series],
      )}`,
      subject,
      at,
      title: shorten(
        category ? `${report.tool} (${category})` : report.tool,
        500,
      ),
      url,
      format,
      tool: shorten(report.tool, 200),
      sha,
      branch,
      defaultBranch,
      series: report.closes ? series : undefined,
      measures: report.measures,
      components: report.components,
      tellsDirect: report.tellsDirect,
    },
    ...(report.findings ?? []).map(
      ({ identity, ...said }): RecordEventInput => ({
        kind: 'finding',
        record: `${format}:finding:${name}:${digest([series, identity])}`,
        subject,
        at,
        ...said,
        series,
      }),
    ),
  ];
}

/** One tool's reports of one category about one service; readable, and told apart by the digest. */
function seriesOf(
  { format, binding, report }: BoundReport,
  category: string | undefined,
): string {
  const readable = report.tool
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  return `${format}:${binding.subject}:${readable}:${digest([
    report.tool,
    category,
  ])}`;
}

/** The subject without its host, to read; the digest in the id tells hosts apart. */
function nameOf(subject: string): string {
  return [...subject.slice(subject.indexOf(':') + 1)].slice(0, 150).join('');
}
