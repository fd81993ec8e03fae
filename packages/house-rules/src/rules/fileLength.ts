import { isScript, isSource, Rule } from '../tree';

const MOST = 250;

/** Source files stay under 250 lines. */
export const fileLength: Rule = files =>
  files
    .filter(file => isSource(file) || isScript(file))
    .map(({ path, text }) => ({
      path,
      lines: text.trimEnd().split('\n').length,
    }))
    .filter(({ lines }) => lines >= MOST)
    .map(({ path, lines }) => ({
      path,
      because: `has ${lines} lines; files stay under ${MOST}`,
    }));
