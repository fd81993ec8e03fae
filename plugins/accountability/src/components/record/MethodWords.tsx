import { AttributionMethod } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { MethodLine } from '../marks';

/** A method by its line and its word; what charges nobody has no line. */
export function MethodWords({ method }: { method: AttributionMethod }) {
  const t = useText();
  return (
    <span className="acc-inline">
      {method !== 'none' && <MethodLine method={method} />}
      {t(`popover.methods.${method}`)}
    </span>
  );
}
