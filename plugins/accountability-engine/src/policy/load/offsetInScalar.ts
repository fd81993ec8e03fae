/** A scalar as it stands in the file, and what YAML makes of it. */
interface Scalar {
  raw: string;
  value: string;
}

const isBlank = (character: string) => /\s/.test(character);

/** Past the indicator line of a block, or the quote of a quoted scalar. */
function startOf(raw: string): number {
  if (/^[|>]/.test(raw)) return raw.indexOf('\n') + 1;
  return /^["']/.test(raw) ? 1 : 0;
}

/**
 * Where a character of a scalar's value stands in its raw text. Indentation, folding and quotes
 * only add or change blanks and escapes, so the visible characters are matched in order.
 */
export function offsetInScalar({ raw, value }: Scalar, offset: number): number {
  let place = startOf(raw);
  let last = place;
  for (let index = 0; index < value.length; index++) {
    if (isBlank(value[index])) {
      if (index >= offset) return last;
      continue;
    }
    const found = raw.indexOf(value[index], place);
    if (found < 0) return last;
    if (index >= offset) return found;
    place = found + 1;
    last = place;
  }
  return last;
}
