/** A share that is done; the numbers stand beside it. */
export function DoneBar({ done, total }: { done: number; total: number }) {
  const share = total > 0 ? (100 * done) / total : 0;
  return (
    <svg width="100%" height="8" aria-hidden>
      <rect width={`${share}%`} height="8" fill="var(--acc-mark)" />
      <rect
        x="0.5"
        y="0.5"
        height="7"
        fill="none"
        stroke="var(--acc-mark)"
        style={{ width: 'calc(100% - 1px)' }}
      />
    </svg>
  );
}
