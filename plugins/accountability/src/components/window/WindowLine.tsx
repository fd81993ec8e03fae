const ROW = 18;

/** A window in the chart of lags: a line from its label down to the axis. */
export function WindowLine(props: {
  x: number;
  label: string;
  /** Which row of labels it stands in, so that two never lie over each other. */
  row: 0 | 1;
  dashed?: boolean;
  /** Width of the chart and height of its axis, px. */
  width: number;
  base: number;
}) {
  const { x, label, row, dashed, width, base } = props;
  const left = x > width / 2;
  const top = row * ROW;
  return (
    <>
      <path
        d={`M${x} ${top + 2}V${base}`}
        stroke={dashed ? 'var(--acc-link)' : 'var(--bui-fg-primary)'}
        strokeWidth="1.5"
        strokeDasharray={dashed ? '6 3' : undefined}
      />
      <text
        x={left ? x - 6 : x + 6}
        y={top + 13}
        textAnchor={left ? 'end' : 'start'}
        className={dashed ? 'acc-svgBold acc-halo' : 'acc-svgPrimary acc-halo'}
      >
        {label}
      </text>
    </>
  );
}
