/** One place of a pattern: something that one item has to be, or `rest` for any number of them. */
export type Wild<TItem> = 'rest' | ((item: TItem) => boolean);

/**
 * Whether all items are matched in order. Linear for each `rest`, whatever the
 * pattern: only the last one ever has to take more.
 */
export function matchWild<TItem>(
  pattern: readonly Wild<TItem>[],
  items: readonly TItem[],
): boolean {
  let place = 0;
  let index = 0;
  let rest: { place: number; index: number } | undefined;
  while (index < items.length) {
    const wild = pattern[place];
    if (wild === 'rest') {
      rest = { place: ++place, index };
    } else if (wild?.(items[index])) {
      place++;
      index++;
    } else if (rest) {
      ({ place } = rest);
      index = ++rest.index;
    } else {
      return false;
    }
  }
  return pattern.slice(place).every(wild => wild === 'rest');
}
