import { CheckStatus } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';

/** Shows or hides the checks of one status, or those that are only tried out. */
export function FoldButton(props: {
  status: CheckStatus | 'audit';
  count: number;
  open: boolean;
  onToggle(): void;
}) {
  const t = useText();
  const values = {
    number: String(props.count),
    status:
      props.status === 'audit'
        ? t('checks.triedOut')
        : t(`status.${props.status}`).toLocaleLowerCase('en'),
  };
  return (
    <button
      type="button"
      className="acc-link acc-textButton"
      aria-expanded={props.open}
      onClick={props.onToggle}
    >
      {props.open ? t('checks.unfold', values) : t('checks.fold', values)}
    </button>
  );
}
