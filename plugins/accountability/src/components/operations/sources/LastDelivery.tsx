import { formatInstant, useText } from '../../../text';
import { ageWords } from './spanWords';

/** When a source last delivered. */
export function LastDelivery(props: { at?: number; now: number }) {
  const t = useText();
  const { at, now } = props;
  if (at === undefined) {
    return <span className="acc-muted">{t('sources.never')}</span>;
  }
  return (
    <>
      {t('sources.ago', { age: ageWords(t, at, now) })}
      <div className="acc-label">{formatInstant(at)}</div>
    </>
  );
}
