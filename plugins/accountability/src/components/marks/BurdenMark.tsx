import { BurdenStatus } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { burdenShape } from './burdenShape';
import { StateWord } from './StateWord';

/** The state of a burden: shape, word and colour. */
export function BurdenMark({ status }: { status: BurdenStatus }) {
  const t = useText();
  return (
    <StateWord shape={burdenShape(status)}>
      {t(`burdenStatus.${status}`)}
    </StateWord>
  );
}
