import { Coverage } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { CoverageBar } from '../marks';

/** How much of what applies is known; never a share without its two numbers. */
export function CoveragePart({ coverage }: { coverage: Coverage }) {
  const t = useText();
  const { known, applicable } = coverage;
  const counts = {
    known: formatNumber(known),
    applicable: formatNumber(applicable),
  };
  return (
    <div className="acc-stripPart">
      <span className="acc-label">{t('coverage.title')}</span>
      {applicable === 0 ? (
        <span className="acc-stripValue">{t('coverage.none')}</span>
      ) : (
        <>
          <span className="acc-stripValue">
            <span>
              <span className="acc-big">
                {formatNumber((100 * known) / applicable, 0)}
              </span>
              <span className="acc-unit">%</span>
            </span>
          </span>
          <CoverageBar
            coverage={coverage}
            label={t('coverage.checks', counts)}
          />
          <span className="acc-label">
            {t('coverage.unknown', {
              ...counts,
              unknown: formatNumber(applicable - known),
            })}
          </span>
        </>
      )}
    </div>
  );
}
