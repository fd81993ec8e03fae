import { ReferenceHealth } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { StatusIcon } from '../../marks';
import { needsPerson, referenceState, shapeOf } from './referenceState';

/** The state of what is looked up outside: shape and word, in colour only where a person is needed. */
export function ReferenceMark(props: {
  reference: ReferenceHealth;
  now: number;
}) {
  const t = useText();
  const state = referenceState(props.reference, props.now);
  const shape = shapeOf(state);
  return (
    <span
      className={`acc-state ${
        needsPerson(state) ? `acc-state-${shape}` : 'acc-calm'
      }`}
    >
      <StatusIcon status={shape} />
      {t(`referenceState.${state}`)}
    </span>
  );
}
