import {
  CheckStatus,
  Replay,
  ReplayStatus,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { StateWord } from '../../marks';

/** One that has not ended has a bar and needs no shape. */
const shapes: Partial<Record<ReplayStatus, CheckStatus>> = {
  done: 'pass',
  cancelled: 'not-applicable',
  failed: 'fail',
};

/** How a replay stands: shape and word, in colour only where it failed. */
export function ReplayMark({ replay }: { replay: Replay }) {
  const t = useText();
  return (
    <StateWord shape={shapes[replay.status]} calm={replay.status !== 'failed'}>
      {t(`replayStatus.${replay.status}`)}
    </StateWord>
  );
}
