import { useCopy } from '../../hooks';
import { useText } from '../../text';
import { ScrollBox } from '../table';

/** Text to be copied as it stands: configuration, a command, an address. */
export function CopyBlock(props: { what: string; children: string }) {
  const t = useText();
  const { what, children } = props;
  const { copied, copy } = useCopy(children);
  return (
    <div className="acc-copyBlock">
      <ScrollBox label={what}>
        <pre className="acc-code">{children}</pre>
      </ScrollBox>
      <button
        type="button"
        className="acc-link acc-textButton acc-small"
        aria-label={t('firstSteps.copyLabel', { what })}
        onClick={copy}
      >
        {copied ? t('firstSteps.copied') : t('firstSteps.copy')}
      </button>
      <span role="status" className="acc-hidden">
        {copied ? t('firstSteps.copied') : ''}
      </span>
    </div>
  );
}
