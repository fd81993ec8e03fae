import { Coverage } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { CoverageBar } from './CoverageBar';

/** A coverage in a line: a short bar and its two numbers; or that no check applies. */
export function CoverageWords({ coverage }: { coverage: Coverage }) {
  const t = useText();
  const counts = {
    known: formatNumber(coverage.known),
    applicable: formatNumber(coverage.applicable),
  };
  if (coverage.applicable === 0) {
    return <span className="acc-muted acc-small">{t('coverage.none')}</span>;
  }
  return (
    <span className="acc-coverageInline acc-small">
      <CoverageBar
        coverage={coverage}
        label={t('coverage.checks', counts)}
        width="52px"
      />
      {t('coverage.of', counts)}
    </span>
  );
}
