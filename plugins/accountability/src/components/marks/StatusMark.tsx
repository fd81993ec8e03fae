import { CheckStatus } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { StateWord } from './StateWord';

/** A check result: shape, word and colour. */
export function StatusMark({ status }: { status: CheckStatus }) {
  const t = useText();
  return <StateWord shape={status}>{t(`status.${status}`)}</StateWord>;
}
