import { Replay } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../../text';

/** How much of a replay is read: a bar, and the two numbers beside it. */
export function ReplayProgress({ replay }: { replay: Replay }) {
  const t = useText();
  const { read, total } = replay;
  if (total === 0) {
    return <span className="acc-muted">{t('replays.nothing')}</span>;
  }
  const text = t('replays.progress', {
    read: formatNumber(read),
    total: formatNumber(total),
  });
  return (
    <div className="acc-progress">
      <div
        className="acc-progressTrack"
        role="progressbar"
        aria-label={t('replays.progressOf', { source: replay.source })}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(read, total)}
        aria-valuetext={text}
      >
        <div style={{ width: `${Math.min(100, (100 * read) / total)}%` }} />
      </div>
      <span className="acc-small">{text}</span>
    </div>
  );
}
