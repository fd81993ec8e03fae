import { Button } from '@backstage/ui';
import { useCopy } from '../../hooks';
import { useText } from '../../text';

const HOUR = 3_600_000;

/** The line for the annotations of an entity that gives it a W, in whole hours, to be copied. */
export function AnnotationLine({ windowMs }: { windowMs: number }) {
  const t = useText();
  const hours = Math.ceil(windowMs / HOUR);
  const line = `accountability.io/attribution-window: PT${hours}H`;
  const { copied, copy } = useCopy(line);
  return (
    <div className="acc-note acc-copy">
      <pre className="acc-code">{`metadata:\n  annotations:\n    ${line}`}</pre>
      <Button variant="secondary" onPress={copy}>
        {copied ? t('window.copied') : t('window.copy')}
      </Button>
    </div>
  );
}
