import { SourceHealth } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { spanWords } from './spanWords';

/** How long after its newest event a delivery came: on average, and at the longest. */
export function DelayWords({ lag }: { lag: SourceHealth['lag'] }) {
  const t = useText();
  if (!lag) {
    return <span className="acc-muted">{t('sources.noDelay')}</span>;
  }
  return (
    <>
      {t('sources.delayMean', { span: spanWords(t, lag.mean) })}
      <div className="acc-label">
        {t('sources.delayLongest', { span: spanWords(t, lag.longest) })}
      </div>
    </>
  );
}
