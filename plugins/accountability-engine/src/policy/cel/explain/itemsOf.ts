import {
  CelResult,
  CelValue,
  isCelError,
  isCelList,
  isCelMap,
} from '@bufbuild/cel';

/** What a macro goes through: the items of a list, the keys of a map. */
export function itemsOf(range: CelResult): CelValue[] | undefined {
  if (isCelError(range)) return undefined;
  if (isCelList(range)) return [...range];
  return isCelMap(range) ? [...range.keys()] : undefined;
}
