import { useText, formatNumber } from '../../text';

const BOXES = 5;

/** Confidence from 0 to 1 as five boxes, the last one filled in part. */
export function ConfidenceBoxes({ confidence }: { confidence: number }) {
  const t = useText();
  return (
    <svg
      width="64"
      height="8"
      role="img"
      aria-label={t('popover.confidenceOf', {
        number: formatNumber(confidence, 2),
      })}
    >
      {Array.from({ length: BOXES }, (_, box) => {
        const filled = Math.min(1, Math.max(0, confidence * BOXES - box));
        return (
          <g key={box} transform={`translate(${box * 13.2} 0)`}>
            <rect
              x="0.5"
              y="0.5"
              width="10.2"
              height="7"
              fill="none"
              stroke="var(--acc-mark)"
            />
            <rect
              width={11.2 * filled}
              height="8"
              fill="var(--bui-fg-primary)"
            />
          </g>
        );
      })}
    </svg>
  );
}
