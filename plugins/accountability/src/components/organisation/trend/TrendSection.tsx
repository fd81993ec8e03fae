import { OrganisationTrend } from 'backstage-plugin-accountability-common';
import { formatDay, Text, useText } from '../../../text';
import { Section } from '../../states';
import { percentWords } from '../heat/HeatCell';
import { MovedWords } from '../heat/MovedWords';
import { readTrend, TrendReading } from './readTrend';
import { TrendLine } from './TrendLine';
import { TrendTable } from './TrendTable';

/** The five burdens over twelve weeks, on one scale. */
export function TrendSection({ trends }: { trends: OrganisationTrend[] }) {
  const t = useText();
  const read = trends.map(trend => ({
    burden: trend.burden,
    reading: readTrend(trend),
  }));
  const highest = Math.max(
    1,
    ...read.flatMap(({ reading }) =>
      reading.values.map(({ value }) => value ?? 0),
    ),
  );
  return (
    <Section
      title={t('organisationTrend.title')}
      sub={t('organisationTrend.sub')}
    >
      {read.map(({ burden, reading }) => (
        <div key={burden} className="acc-trendRow">
          <div>
            {t(`burden.${burden}`)}
            <div className="acc-label">
              {reading.now === undefined
                ? t('organisationTrend.nowUnknown')
                : t('organisationTrend.now', {
                    share: percentWords(reading.now),
                  })}
            </div>
          </div>
          <div>
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
          </div>
        </div>
      ))}
      <TrendTable trends={read} />
    </Section>
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
