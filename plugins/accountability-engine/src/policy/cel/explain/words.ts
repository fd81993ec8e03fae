/** Comparisons by the names of the tree: in words, turned around, and with the sides swapped. */
export const comparisonWords: Readonly<
  Record<
    string,
    { words: string; inverse: string; swapped: string } | undefined
  >
> = {
  '_<_': { words: 'below ', inverse: '_>=_', swapped: '_>_' },
  '_<=_': { words: 'at most ', inverse: '_>_', swapped: '_>=_' },
  '_>_': { words: 'above ', inverse: '_<=_', swapped: '_<_' },
  '_>=_': { words: 'at least ', inverse: '_<_', swapped: '_<=_' },
  '_==_': { words: '', inverse: '_!=_', swapped: '_==_' },
  '_!=_': { words: 'other than ', inverse: '_==_', swapped: '_!=_' },
};

/** What a text has to do for a method to be true, and not to do for it to be false. */
export const methodWords: Readonly<
  Record<string, { is: string; isNot: string } | undefined>
> = {
  startsWith: { is: 'start with', isNot: 'start with anything but' },
  endsWith: { is: 'end with', isNot: 'end with anything but' },
  contains: { is: 'contain', isNot: 'not contain' },
  matches: { is: 'match', isNot: 'not match' },
};
