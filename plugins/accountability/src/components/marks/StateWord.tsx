import { ReactNode } from 'react';
import { CheckStatus } from 'backstage-plugin-accountability-common';
import { StatusIcon } from './StatusIcon';

/** A state as all of them are drawn: shape, word and colour. */
export function StateWord(props: {
  /** Absent where something else beside it shows the state. */
  shape?: CheckStatus;
  /** Without colour, where nobody needs to look. */
  calm?: boolean;
  children: ReactNode;
}) {
  const { shape, calm = false, children } = props;
  const tone = calm || !shape ? 'acc-calm' : `acc-state-${shape}`;
  return (
    <span className={`acc-state ${tone}`}>
      {shape && <StatusIcon status={shape} />}
      {children}
    </span>
  );
}
