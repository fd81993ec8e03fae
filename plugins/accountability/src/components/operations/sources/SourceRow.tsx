import { useId, useState } from 'react';
import { Button } from '@backstage/ui';
import { SourceHealth } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../../text';
import { useMayReplay } from '../replays/useMayReplay';
import { CellLabel } from './CellLabel';
import { DelayWords } from './DelayWords';
import { DeliveryCounts } from './DeliveryCounts';
import { HourBars } from './HourBars';
import { LastDelivery } from './LastDelivery';
import { SourceFold, SourceFoldName } from './SourceFold';
import { SourceNotes } from './SourceNotes';
import { StateMark } from './StateMark';
import { Toggle } from '../../table';
import { useSourceNotes } from './useSourceNotes';

/** One source: its state first, then what it delivered; below it what needs a person. */
export function SourceRow(props: {
  source: SourceHealth;
  now: number;
  onReadAgain(source: string): void;
}) {
  const t = useText();
  const mayReplay = useMayReplay();
  const { source, now } = props;
  const { source: name, polling = [], latestTroubles } = source;
  const [open, setOpen] = useState<SourceFoldName>();
  const foldId = useId();
  const notes = useSourceNotes(source, now);
  const fold = (folded: SourceFoldName) => ({
    open: open === folded,
    controls: foldId,
    onToggle: () => setOpen(old => (old === folded ? undefined : folded)),
  });
  const counted = (count: number) => ({ count, number: formatNumber(count) });
  return (
    <tbody>
      <tr>
        <td className="acc-cellState">
          <StateMark source={source} />
        </td>
        <th scope="row" className="acc-cellName">
          {name}
        </th>
        <td className="acc-cellLast">
          <CellLabel>{t('sources.last')}</CellLabel>
          <LastDelivery at={source.lastReceivedAt} now={now} />
          {polling.length > 0 && (
            <Toggle {...fold('polling')}>
              {t('sources.streams', counted(polling.length))}
            </Toggle>
          )}
        </td>
        <td className="acc-cellCounts">
          <CellLabel>{t('sourceStrip.deliveries')}</CellLabel>
          <DeliveryCounts source={source} />
          {latestTroubles.length > 0 && (
            <Toggle {...fold('troubles')}>
              {t('sources.troubles', counted(latestTroubles.length))}
            </Toggle>
          )}
        </td>
        <td className="acc-cellHours">
          <CellLabel>{t('sources.hours')}</CellLabel>
          <HourBars source={source} now={now} />
        </td>
        <td className="acc-cellDelay">
          <CellLabel>{t('sources.delay')}</CellLabel>
          <DelayWords lag={source.lag} />
        </td>
        <td className="acc-cellAction">
          {mayReplay && source.on && source.lastReceivedAt !== undefined && (
            <Button
              variant="secondary"
              aria-label={t('replays.readAgainOf', { source: name })}
              onPress={() => props.onReadAgain(name)}
            >
              {t('replays.readAgain')}
            </Button>
          )}
        </td>
      </tr>
      {(notes.length > 0 || open) && (
        <tr className="acc-belowRow">
          <td />
          <td colSpan={6}>
            <div className="acc-below">
              {notes.length > 0 && <SourceNotes notes={notes} />}
              {open && (
                <SourceFold id={foldId} name={open} source={source} now={now} />
              )}
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}
