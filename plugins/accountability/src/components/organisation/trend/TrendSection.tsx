import { OrganisationTrend } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { Section } from '../../states';
import { percentWords } from '../heat/HeatCell';
import { BurdenTrend } from './BurdenTrend';
import { readTrends } from './readTrends';
import { TrendTable } from './TrendTable';

/** The five burdens over twelve weeks, on one scale. */
export function TrendSection({ trends }: { trends: OrganisationTrend[] }) {
  const t = useText();
  const { read, highest } = readTrends(trends);
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
            <BurdenTrend {...{ burden, reading, highest }} />
          </div>
        </div>
      ))}
      <TrendTable trends={read} />
    </Section>
  );
}
