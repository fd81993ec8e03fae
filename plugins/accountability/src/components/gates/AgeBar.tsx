import { useId } from 'react';
import { Hatch } from '../marks';

const WIDTH = 56;

/** An age as part of the age that is allowed; hatched where it is past it. The words beside it say the same. */
export function AgeBar({ share }: { share: number }) {
  const id = useId();
  const past = share > 1;
  return (
    <svg width={WIDTH} height="8" aria-hidden>
      <defs>
        <Hatch id={id} gap={4} />
      </defs>
      <rect
        width={WIDTH * Math.min(1, Math.max(0.03, share))}
        height="8"
        fill={past ? `url(#${id})` : 'var(--acc-mark)'}
      />
      <rect
        x="0.5"
        y="0.5"
        width={WIDTH - 1}
        height="7"
        fill="none"
        stroke="var(--acc-mark)"
      />
    </svg>
  );
}
