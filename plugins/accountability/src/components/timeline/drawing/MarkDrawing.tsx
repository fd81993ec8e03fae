import { MarkShape } from '../layout';

/** A deployment by its outcome: dot held, diamond failed change, cross never reached, open ring under way; other environments small and hollow. */
export function MarkDrawing(props: {
  shape: MarkShape;
  x: number;
  y: number;
  /** False outside production. */
  large: boolean;
}) {
  const { shape, x, y, large } = props;
  const place = `translate(${x} ${y})`;
  if (shape === 'failed') {
    return (
      <path
        transform={place}
        d="M0-5.6L5.6 0L0 5.6L-5.6 0Z"
        fill="var(--acc-mark-negative)"
        stroke="var(--bui-bg-neutral-1)"
      />
    );
  }
  if (shape === 'never') {
    return (
      <path
        transform={place}
        d="M-3.4-3.4L3.4 3.4M3.4-3.4L-3.4 3.4"
        stroke="var(--acc-mark-warning)"
        strokeWidth="1.8"
      />
    );
  }
  if (shape === 'running') {
    return (
      <circle
        transform={place}
        r="3.4"
        fill="none"
        stroke="var(--acc-mark)"
        strokeWidth="1.4"
        strokeDasharray="2.2 1.6"
      />
    );
  }
  return large ? (
    <circle transform={place} r="4" fill="var(--acc-mark)" />
  ) : (
    <circle
      transform={place}
      r="2.8"
      fill="var(--bui-bg-neutral-1)"
      stroke="var(--acc-mark)"
      strokeWidth="1.4"
    />
  );
}
