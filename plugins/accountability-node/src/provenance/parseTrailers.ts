/** A line `Key: value` of a message. */
export interface Trailer {
  key: string;
  value: string;
}

const trailerLine = /^(?<key>[A-Za-z\d][A-Za-z\d-]*)\s*:\s*(?<value>\S.*)$/;
const byGit = /^(?:Signed-off-by: |\(cherry picked from commit )/;

/**
 * Every line after the subject that has the shape of a trailer, wherever it
 * stands: squashed messages bury trailers in the middle, and git finds none in a
 * paragraph that begins with anything else.
 */
export function trailerLines(message: string): Trailer[] {
  const [, ...lines] = message.split(/\r?\n/);
  return lines.flatMap(line => toTrailer(line.trim()) ?? []);
}

/** The trailers of a message as git reads them: of the last paragraph, if that is one of trailers. */
export function parseTrailers(message: string): Trailer[] {
  const [text] = message.split(/^---\s*$/m);
  const paragraphs = text
    .split(/\r?\n/)
    .filter(line => !line.startsWith('#'))
    .join('\n')
    .trimEnd()
    .split(/\n\s*\n/);
  const lines = paragraphs.length > 1 ? paragraphs.at(-1)?.split('\n') : [];
  const unfolded = unfold(lines ?? []);
  const trailers = unfolded.flatMap(line => toTrailer(line) ?? []);
  const others = unfolded.filter(line => !toTrailer(line) && !byGit.test(line));
  const enough = unfolded.some(line => byGit.test(line))
    ? trailers.length * 3 >= others.length
    : others.length === 0;
  return enough ? trailers : [];
}

/** Lines that begin with a blank go on with the one before. */
function unfold(lines: readonly string[]): string[] {
  const unfolded: string[] = [];
  for (const line of lines) {
    if (/^\s/.test(line) && unfolded.length > 0) {
      unfolded.push(`${unfolded.pop()} ${line.trim()}`);
    } else {
      unfolded.push(line);
    }
  }
  return unfolded;
}

function toTrailer(line: string): Trailer | undefined {
  const { key, value } = trailerLine.exec(line)?.groups ?? {};
  return key && value ? { key, value } : undefined;
}
