import { Burden } from 'backstage-plugin-accountability-common';
import { formatDay, Text, useText } from '../../../text';
import { percentWords } from '../heat/HeatCell';
import { MovedWords } from '../heat/MovedWords';
import { TrendReading } from './readTrend';
import { TrendLine } from './TrendLine';

/** The weeks of one burden as a line, and how far it moved in words. */
export function BurdenTrend(props: {
  burden: Burden;
  reading: TrendReading;
  /** The highest share of all burdens shown beside, percent. */
  highest: number;
}) {
  const t = useText();
  const { burden, reading, highest } = props;
  return (
    <>
      <TrendLine
        values={reading.values}
        highest={highest}
        label={sentence(t(`burden.${burden}`), reading, t)}
      />
      <div className="acc-label acc-right">
        {reading.moved === undefined ? (
          t(
            reading.first
              ? 'organisationTrend.short'
              : 'organisationTrend.never',
          )
        ) : (
          <MovedWords points={reading.moved} />
        )}
      </div>
    </>
  );
}

function sentence(burden: string, reading: TrendReading, t: Text): string {
  const { first, last, unknown, values } = reading;
  const weeks = String(values.length);
  if (!first || !last) return t('organisationTrend.unknown', { burden, weeks });
  return t('organisationTrend.sentence', {
    burden,
    first: percentWords(first.value),
    from: formatDay(first.at),
    last: percentWords(last.value),
    to: formatDay(last.at),
    unknown: String(unknown),
    weeks,
  });
}
