import { AttributionMethod } from 'backstage-plugin-accountability-common';
import { linkStroke } from './linkStroke';

/** A piece of the line that a method is drawn with. */
export function MethodLine({ method }: { method: AttributionMethod }) {
  return (
    <svg width="30" height="12" aria-hidden>
      <path d="M0 6H30" stroke="var(--acc-link)" {...linkStroke(method)} />
    </svg>
  );
}
