import {
  CheckStatus,
  Replay,
  ReplayStatus,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { StatusIcon } from '../../marks';

/** One that has not ended has a bar and needs no shape. */
const shapes: Partial<Record<ReplayStatus, CheckStatus>> = {
  done: 'pass',
  cancelled: 'not-applicable',
  failed: 'fail',
};

/** How a replay stands: shape and word, in colour only where it failed. */
export function ReplayMark({ replay }: { replay: Replay }) {
  const t = useText();
  const shape = shapes[replay.status];
  return (
    <span
      className={`acc-state ${
        replay.status === 'failed' ? 'acc-state-fail' : 'acc-calm'
      }`}
    >
      {shape && <StatusIcon status={shape} />}
      {t(`replayStatus.${replay.status}`)}
    </span>
  );
}
