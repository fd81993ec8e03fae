const NARROW = /[iljI.,:;'|! ()[\]ftr/\-\u00a0]/;
const WIDE = /[mwMW@%→]/;
const CAPITAL = /[A-Z]/;
const LATIN_END = 0x2e80;

/** How much wider bold letters are. */
const BOLD = 1.12;

/**
 * Room that a text of a chart takes at most, px. Set in the widest faces that
 * browsers fall back to, so that words laid out by it never meet.
 */
export function textWidth(
  text: string,
  weight: 'regular' | 'bold' = 'regular',
): number {
  const width = [...text].reduce((sum, each) => sum + letterWidth(each), 0);
  return weight === 'bold' ? BOLD * width : width;
}

/** Cuts a text so that it takes at most `room` px, an ellipsis included. */
export function cutText(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`) > room) {
    letters.pop();
  }
  return `${letters.join('').trimEnd()}…`;
}

/** Of 12 px. */
function letterWidth(letter: string): number {
  if ((letter.codePointAt(0) ?? 0) >= LATIN_END) return 12;
  if (NARROW.test(letter)) return 4.8;
  if (WIDE.test(letter)) return 11.9;
  return CAPITAL.test(letter) ? 9.3 : 7.7;
}
