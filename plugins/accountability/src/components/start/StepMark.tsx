import {
  CheckStatus,
  FirstStepState,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { StateWord } from '../marks';

/** What is still to do is not wrong: it is drawn as what does not count yet. */
const shapes: Record<FirstStepState, CheckStatus> = {
  done: 'pass',
  todo: 'not-applicable',
  unknown: 'unknown',
};

/** Whether a step is done: shape and word, or a word of the caller's. */
export function StepMark(props: { state: FirstStepState; children?: string }) {
  const t = useText();
  const { state, children } = props;
  return (
    <StateWord shape={shapes[state]} calm>
      {children ?? t(`firstStepState.${state}`)}
    </StateWord>
  );
}
