/**
 * A number as test runners write it: with a point, in powers of ten, with
 * commas between thousands before a point, or with a comma for the point after
 * a zero. Undefined for `1,234`, which is either.
 */
export function readNumber(given: string): number | undefined {
  const text = given.trim();
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(text)) {
    return Number(text.replace(/,/g, ''));
  }
  if (/^0,\d+$/.test(text)) return Number(text.replace(',', '.'));
  return /^\d+(\.\d*)?(e[+-]?\d{1,2})?$/i.test(text) ? Number(text) : undefined;
}
