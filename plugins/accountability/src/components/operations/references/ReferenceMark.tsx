import { ReferenceHealth } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { StateWord } from '../../marks';
import { needsPerson, referenceState, shapeOf } from './referenceState';

/** The state of what is looked up outside: shape and word, in colour only where a person is needed. */
export function ReferenceMark(props: {
  reference: ReferenceHealth;
  now: number;
}) {
  const t = useText();
  const state = referenceState(props.reference, props.now);
  return (
    <StateWord shape={shapeOf(state)} calm={!needsPerson(state)}>
      {t(`referenceState.${state}`)}
    </StateWord>
  );
}
