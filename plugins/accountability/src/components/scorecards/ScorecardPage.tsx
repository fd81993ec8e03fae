import { ReactNode } from 'react';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import {
  ScorecardServicesResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { useLocation } from 'react-router-dom';
import { formatNumber, useText } from '../../text';
import { refName } from '../reading';
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
    <div className="acc-stack acc-page acc-record">
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
    </div>
  );
}

function Head({ data }: { data: ScorecardServicesResponse }) {
  const t = useText();
  const { scorecard, title, owner, checks } = data.scorecard;
  const tags: ReactNode[] = [
    <code key="name" className="acc-code">
      {scorecard}
    </code>,
    t('scorecards.checksOf', { count: checks.length }),
    owner && refName(owner),
  ].filter(Boolean);
  return (
    <Crumbs title={title}>
      <header className="acc-head">
        <div className="acc-recordTitle">
          <h1>{title}</h1>
          <ul className="acc-tags">
            {tags.map((tag, place) => (
              <li key={place}>{tag}</li>
            ))}
          </ul>
        </div>
        <CsvButton scorecard={scorecard} />
      </header>
    </Crumbs>
  );
}

function Crumbs(props: { title: string; children: ReactNode }) {
  const t = useText();
  const { pathname } = useLocation();
  return (
    <BreadcrumbEntry
      entry={{
        label: t('scorecards.title'),
        href: '/accountability/scorecards',
      }}
    >
      <BreadcrumbEntry entry={{ label: props.title, href: pathname }}>
        {props.children}
      </BreadcrumbEntry>
    </BreadcrumbEntry>
  );
}
