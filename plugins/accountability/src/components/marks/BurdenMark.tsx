import { BurdenStatus } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { burdenShape } from './burdenShape';
import { StatusIcon } from './StatusIcon';

/** The state of a burden: shape, word and colour. */
export function BurdenMark({ status }: { status: BurdenStatus }) {
  const t = useText();
  const shape = burdenShape(status);
  return (
    <span className={`acc-state acc-state-${shape}`}>
      <StatusIcon status={shape} />
      {t(`burdenStatus.${status}`)}
    </span>
  );
}
