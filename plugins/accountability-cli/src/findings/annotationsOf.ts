import { Finding } from './Finding';
import { plainLine } from './plainLine';

const commands = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
} as const;

/** Findings as annotations of GitHub, one workflow command a line. */
export function annotationsOf(findings: readonly Finding[]): string {
  return findings.map(finding => `${annotationOf(finding)}\n`).join('');
}

function annotationOf(finding: Finding): string {
  const { level, title, place, message, help } = finding;
  const properties = [
    ...(place
      ? [
          `file=${property(place.file)}`,
          `line=${place.line}`,
          `col=${place.column}`,
        ]
      : []),
    `title=${property(plainLine(title))}`,
  ];
  const text = [message, help].filter(Boolean).join('\n');
  return `::${commands[level]} ${properties.join(',')}::${data(text)}`;
}

/** `%`, CR and LF would end the command. */
function data(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

/** A property ends at a comma or colon, too. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
