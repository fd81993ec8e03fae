import { useId } from 'react';
import { Hatch } from '../../marks';

/** A thin bar: solid is known, hatch is unknown. What it says stands in words beside it. */
export function KnownBar(props: { known: number; applicable: number }) {
  const id = useId();
  const { known, applicable } = props;
  const share = applicable > 0 ? (100 * known) / applicable : 0;
  return (
    <svg width="100%" height="5" aria-hidden>
      <defs>
        <Hatch id={id} gap={4} />
      </defs>
      <rect width="100%" height="5" fill="var(--bui-bg-neutral-1)" />
      <rect width="100%" height="5" fill={`url(#${id})`} />
      <rect width={`${share}%`} height="5" fill="var(--acc-bar)" />
    </svg>
  );
}
