import { formatNumber, useText } from '../../text';
import { ConfidenceBoxes, confidenceWord } from '../marks';

/** A confidence as boxes, word and number. */
export function ConfidenceWords({ confidence }: { confidence: number }) {
  const t = useText();
  return (
    <span className="acc-inline">
      <ConfidenceBoxes confidence={confidence} />
      {t('popover.confidenceWord', {
        word: t(`popover.${confidenceWord(confidence)}`),
        number: formatNumber(confidence, 2),
      })}
    </span>
  );
}
