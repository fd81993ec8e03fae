import { useId } from 'react';
import { Coverage } from 'backstage-plugin-accountability-common';
import { Hatch } from './Hatch';

/** Solid is known, hatch is unknown; the two numbers stand beside it, and the label says them with what is counted. */
export function CoverageBar(props: {
  coverage: Coverage;
  label: string;
  width?: string;
}) {
  const id = useId();
  const { known, applicable } = props.coverage;
  const share = applicable > 0 ? (100 * known) / applicable : 0;
  return (
    <svg
      width={props.width ?? '100%'}
      height="8"
      role="img"
      aria-label={props.label}
    >
      <defs>
        <Hatch id={id} gap={4} />
      </defs>
      <rect width="100%" height="8" fill={`url(#${id})`} />
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
