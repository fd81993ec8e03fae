import { useState } from 'react';
import { Button } from '@backstage/ui';
import { Replay } from 'backstage-plugin-accountability-common';
import {
  formatInstant,
  formatNumber,
  formatSpan,
  useText,
} from '../../../text';
import { CellLabel } from '../sources/CellLabel';
import { ageWords } from '../sources/spanWords';
import { ReplayMark } from './ReplayMark';
import { ReplayProgress } from './ReplayProgress';
import { useMayReplay } from './useMayReplay';
import { isOpen } from './useReplays';

/** One replay: how it stands, how far it has read, what it changed. */
export function ReplayRow(props: {
  replay: Replay;
  now: number;
  onCancel(replay: Replay): Promise<void>;
}) {
  const t = useText();
  const { replay, now } = props;
  const { source, requestedAt, endedAt } = replay;
  const mayReplay = useMayReplay();
  const [cancelling, setCancelling] = useState(false);
  const cancel = async () => {
    setCancelling(true);
    await props.onCancel(replay);
    setCancelling(false);
  };
  return (
    <tr>
      <td className="acc-cellState">
        <ReplayMark replay={replay} />
        {endedAt !== undefined && replay.status === 'done' && (
          <div className="acc-label">
            {t('replays.took', {
              span: formatSpan(Math.max(0, endedAt - requestedAt)),
            })}
          </div>
        )}
      </td>
      <th scope="row" className="acc-cellName">
        <span className="acc-strong">{source}</span>
        <div className="acc-label">
          <Stretch replay={replay} />
        </div>
      </th>
      <td className="acc-cellRead">
        <ReplayProgress replay={replay} />
      </td>
      <td className="acc-cellChanged">
        <CellLabel>{t('replays.changed')}</CellLabel>
        <Changes replay={replay} />
      </td>
      <td className="acc-cellLast">
        <CellLabel>{t('replays.requested')}</CellLabel>
        {t('sources.ago', { age: ageWords(t, requestedAt, now) })}
        <div className="acc-label">{formatInstant(requestedAt)}</div>
      </td>
      <td className="acc-cellAction">
        {mayReplay && isOpen(replay) && (
          <Button
            variant="secondary"
            isPending={cancelling}
            aria-label={t('replays.cancelOf', { source })}
            onPress={cancel}
          >
            {t('replays.cancel')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Stretch({ replay }: { replay: Replay }) {
  const t = useText();
  const { from, to } = replay;
  // A replay that names no beginning begins with the epoch.
  return from === 0
    ? t('replays.receivedAll', { to: formatInstant(to) })
    : t('replays.received', {
        from: formatInstant(from),
        to: formatInstant(to),
      });
}

function Changes({ replay }: { replay: Replay }) {
  const t = useText();
  const { changed, eventsAdded, eventsRemoved, trouble } = replay;
  const same = isOpen(replay)
    ? t('replays.sameSoFar')
    : t('replays.sameAsBefore');
  return (
    <>
      {changed === 0 ? (
        <span className="acc-muted">{same}</span>
      ) : (
        <>
          {t('replays.says', {
            count: changed,
            number: formatNumber(changed),
          })}
          <div className="acc-label">
            {t('replays.events', {
              count: eventsAdded,
              added: formatNumber(eventsAdded),
              removed: formatNumber(eventsRemoved),
            })}
          </div>
        </>
      )}
      {trouble && <div className="acc-small">{trouble}</div>}
    </>
  );
}
