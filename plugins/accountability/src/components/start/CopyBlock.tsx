import { useState } from 'react';
import { useText } from '../../text';
import { ScrollBox } from '../table';

/** Text to be copied as it stands: configuration, a command, an address. */
export function CopyBlock(props: { what: string; children: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const { what, children } = props;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(children);
      setCopied(true);
    } catch {
      // The browser may forbid it; the text stands there to be marked by hand.
    }
  };
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
