import { CheckStatus } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { StatusIcon } from './StatusIcon';

/** A check result: shape, word and colour. */
export function StatusMark({ status }: { status: CheckStatus }) {
  const t = useText();
  return (
    <span className={`acc-state acc-state-${status}`}>
      <StatusIcon status={status} />
      {t(`status.${status}`)}
    </span>
  );
}
