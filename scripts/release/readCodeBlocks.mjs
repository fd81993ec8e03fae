const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;
const FILE = /`([\w./-]+\.(?:yaml|ts))`[^`]*$/;

/** The part of a page below a heading, down to the next one of the same depth. */
function sectionOf(text, heading) {
  const begin = text.indexOf(`\n${heading}\n`);
  if (begin < 0) throw new Error(`There is no heading "${heading}" any more`);
  const [depth] = heading.split(' ');
  const from = begin + heading.length + 2;
  const end = text.indexOf(`\n${depth} `, from);
  return text.slice(from, end < 0 ? undefined : end);
}

/**
 * The code blocks below a heading of a Markdown page, in order: language, text, and the file
 * that the words before the block name last.
 */
export function readCodeBlocks(page, heading) {
  const text = sectionOf(page, heading);
  let read = 0;
  return [...text.matchAll(FENCE)].map(found => {
    const before = text.slice(read, found.index);
    read = found.index + found[0].length;
    return {
      language: found[1],
      text: found[2],
      file: FILE.exec(before)?.[1],
    };
  });
}
