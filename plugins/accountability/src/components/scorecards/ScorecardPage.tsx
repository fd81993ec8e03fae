import {
  ScorecardServicesResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { Page, PageHead } from '../page';
import { OwnerName } from '../service/OwnerName';
import { Answer, EmptySentence, Section } from '../states';
import { MoreButton } from '../table';
import { ChecksOverview } from './ChecksOverview';
import { CsvButton } from './CsvButton';
import { ScorecardFilters } from './ScorecardFilters';
import { ServiceMatrix } from './ServiceMatrix';
import { useScorecard, useScorecardQuery } from './useScorecard';

/** One scorecard: its checks over all services, and its services by its checks. */
export function ScorecardPage({ scorecard }: { scorecard: string }) {
  const t = useText();
  const { query, setQuery } = useScorecardQuery();
  const { first, pages } = useScorecard(scorecard, query);
  const narrowed = Boolean(query.level || query.check);
  return (
    <Page headed>
      <Answer
        polled={first}
        what={scorecard}
        permission={scorecardReadPermission.name}
        boxes={[80, 240, 420]}
      >
        {data => (
          <>
            <Head data={data} />
            <ChecksOverview
              data={data}
              onCheck={check => setQuery({ ...query, check, status: 'fail' })}
            />
            <Section
              title={t('scorecard.servicesTitle')}
              sub={t('scorecard.total', {
                count: data.total,
                number: formatNumber(data.total),
              })}
            >
              <ScorecardFilters
                scorecard={data.scorecard}
                query={query}
                onQuery={setQuery}
              />
              {data.services.length === 0 ? (
                <EmptySentence>
                  {narrowed ? t('scorecard.noneSuch') : t('scorecard.none')}
                </EmptySentence>
              ) : (
                <ServiceMatrix
                  scorecard={data.scorecard}
                  services={[...data.services, ...pages.items]}
                />
              )}
              <MoreButton pages={pages} />
            </Section>
          </>
        )}
      </Answer>
    </Page>
  );
}

function Head({ data }: { data: ScorecardServicesResponse }) {
  const t = useText();
  const { scorecard, title, owner, checks } = data.scorecard;
  return (
    <PageHead
      parent={{
        label: t('scorecards.title'),
        href: '/accountability/scorecards',
      }}
      title={title}
      tags={[
        <code key="name" className="acc-code">
          {scorecard}
        </code>,
        t('scorecards.checksOf', { count: checks.length }),
        owner && <OwnerName key="owner" owner={owner} />,
      ]}
    >
      <CsvButton scorecard={scorecard} />
    </PageHead>
  );
}
