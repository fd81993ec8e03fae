/** How many values a document may have; a body of 32 MB has fewer, unless it was made to be many. */
const notations = {
  json: { marks: '{[,', most: 2_500_000 },
  /** XML of which each element is looked at. */
  xml: { marks: '<', most: 500_000 },
  /** XML of which only sums are read. */
  xmlOfSums: { marks: '<', most: 1_000_000 },
} as const;

/** Whether a text holds more values than any document has: each takes time, and memory many times its length. */
export function isDense(
  text: string,
  notation: keyof typeof notations,
): boolean {
  const { marks, most } = notations[notation];
  const codes = [...marks].map(mark => mark.charCodeAt(0));
  let left: number = most;
  for (let index = 0; index < text.length; index++) {
    if (codes.includes(text.charCodeAt(index)) && --left < 0) return true;
  }
  return false;
}
