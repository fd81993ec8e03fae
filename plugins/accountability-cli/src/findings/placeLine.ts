import { Finding } from './Finding';
import { plainLine } from './plainLine';

/** A finding at its place, in one line: `payments.yaml:27:9 unknown fact ...`. */
export function placeLine({ place, level, message }: Finding): string {
  const where = place
    ? `${plainLine(place.file)}:${place.line}:${place.column} `
    : '';
  const what = level === 'error' ? '' : `${level}: `;
  return `${where}${what}${plainLine(message)}`;
}
