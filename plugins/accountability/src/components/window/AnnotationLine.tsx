import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useText } from '../../text';

const HOUR = 3_600_000;

/** The line for the annotations of an entity that gives it a W, in whole hours, to be copied. */
export function AnnotationLine({ windowMs }: { windowMs: number }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const hours = Math.ceil(windowMs / HOUR);
  const line = `accountability.io/attribution-window: PT${hours}H`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(line);
      setCopied(true);
    } catch {
      // The browser may forbid it; the line stands there to be marked by hand.
    }
  };
  return (
    <div className="acc-note acc-copy">
      <pre className="acc-code">{`metadata:\n  annotations:\n    ${line}`}</pre>
      <Button variant="secondary" onPress={copy}>
        {copied ? t('window.copied') : t('window.copy')}
      </Button>
    </div>
  );
}
