import {
  BurdenResult,
  CheckResult,
  FactValue,
  TrendPoint,
} from 'backstage-plugin-accountability-common';
import {
  formatDay,
  printQuantity,
  quantity,
  useText,
  formatNumber,
} from '../../text';
import { EmptySentence } from '../states';

/** The fact that decides a burden in large type, and on what it rests. */
export function TileHeadline(props: {
  result: BurdenResult;
  check?: CheckResult;
  fact?: FactValue;
  points: TrendPoint[];
}) {
  const t = useText();
  const { result, check, fact, points } = props;
  if (result.status === 'no-checks') {
    return <EmptySentence>{t('tile.none')}</EmptySentence>;
  }
  if (fact?.status === 'known' && result.status !== 'unknown') {
    const { number, unit } = quantity(fact.value, fact.unit, t);
    return (
      <>
        <p>
          <span className="acc-big">{number}</span>
          {unit && <span className="acc-unit">{unit}</span>}
        </p>
        <p>{check?.title}</p>
        <p className="acc-label">
          <Basis fact={fact} />
        </p>
      </>
    );
  }
  return (
    <>
      <p className="acc-strong" style={{ lineHeight: '30px' }}>
        {result.status === 'unknown' || fact?.status === 'unknown'
          ? t('tile.cannot')
          : check?.title}
      </p>
      <p className="acc-small">{fact ? fact.because : result.because}</p>
      <LastKnown fact={fact} points={points} />
    </>
  );
}

function Basis({ fact }: { fact: FactValue }) {
  const t = useText();
  const days = Math.round((fact.window.to - fact.window.from) / 86_400_000);
  const n = formatNumber(fact.sampleSize);
  // A fact of an instant has no span to print.
  const basis =
    days === 0
      ? t('tile.basisNow', { n })
      : t('tile.basis', { n, days: String(days) });
  if (fact.status !== 'known' || !fact.interval) return <>{basis}</>;
  const { low, high } = fact.interval;
  const range = t('tile.range', {
    low: formatNumber(low * 100, 0),
    high: printQuantity({ number: formatNumber(high * 100, 0), unit: '%' }),
  });
  return (
    <>
      {basis}; {range}
    </>
  );
}

function LastKnown(props: { fact?: FactValue; points: TrendPoint[] }) {
  const t = useText();
  const { fact, points } = props;
  const known = points.filter(({ value }) => value !== undefined);
  const last = known[known.length - 1];
  if (!fact || last?.value === undefined) return null;
  return (
    <p className="acc-label">
      {t('tile.lastKnown', {
        value: printQuantity(quantity(last.value, fact.unit, t)),
        day: formatDay(Date.parse(last.day)),
      })}
    </p>
  );
}
