import { Measured } from '../measures/Measured';

/** The numbers as a table for people: name, value, unit, ratio. */
export function formatTable(measured: readonly Measured[]): string {
  const shown = measured.filter(({ fine }) => !fine);
  const rows = shown.map(({ name, value, unit, ratio }) => [
    name,
    format(value),
    unit,
    ratio ? `${format(ratio.value)} x ${ratio.to}` : '',
  ]);
  const widths = [0, 1, 2].map(column =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows
    .map(([name, value, unit, ratio]) =>
      `${name.padEnd(widths[0])}  ${value.padStart(widths[1])} ${unit.padEnd(
        widths[2],
      )}  ${ratio}`.trimEnd(),
    )
    .join('\n');
}

/** Three digits that count. */
function format(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return Number(value.toPrecision(3)).toString();
}
