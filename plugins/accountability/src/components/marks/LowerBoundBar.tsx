/** A share that is at least so large: solid up to it, an open point, and dots to the whole. */
export function LowerBoundBar(props: {
  /** 0 to 1. */
  share: number;
  /** What it says, for those who hear it. */
  label: string;
}) {
  const at = `${100 * Math.min(1, Math.max(0, props.share))}%`;
  return (
    <svg width="100%" height="8" role="img" aria-label={props.label}>
      <line
        x1={at}
        x2="100%"
        y1="4"
        y2="4"
        stroke="var(--acc-mark)"
        strokeDasharray="2 3"
      />
      <rect width={at} height="8" fill="var(--acc-mark)" />
      <svg x={at} width="8" height="8" overflow="visible">
        <path d="M0 0L7 4L0 8" fill="var(--acc-mark)" />
      </svg>
    </svg>
  );
}
