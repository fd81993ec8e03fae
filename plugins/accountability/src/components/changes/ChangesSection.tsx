import {
  ChangesResponse,
  ServiceChange,
} from 'backstage-plugin-accountability-common';
import { Pages, Polled } from '../../hooks';
import { formatNumber, useText } from '../../text';
import { Answer, EmptySentence, Section } from '../states';
import { MoreButton } from '../table';
import { ChangeFilters } from './ChangeFilters';
import { ChangesTable } from './ChangesTable';
import { ChangesQuery, QueryName } from './useChangesQuery';

/** The list of changes, newest first, with what it can be narrowed by. */
export function ChangesSection(props: {
  overview: ChangesResponse;
  answer: Polled<ChangesResponse>;
  pages: Pages<ServiceChange>;
  query: ChangesQuery;
  onQuery(next: Partial<Record<QueryName, string>>): void;
}) {
  const t = useText();
  const { overview, answer, pages, query, onQuery } = props;
  const { title } = overview.service;
  return (
    <Section title={t('changes.list')} sub={<Shown {...props} />}>
      <ChangeFilters query={query} onQuery={onQuery} />
      <Answer polled={answer} what={title} boxes={[320]}>
        {data => (
          <>
            {data.matching === 0 ? (
              <EmptySentence>
                {t('changes.noMatch', { total: formatNumber(data.total) })}
              </EmptySentence>
            ) : (
              <ChangesTable
                changes={[...data.changes, ...pages.items]}
                entityRef={data.service.entityRef}
                asOf={data.asOf}
              />
            )}
            <MoreButton pages={pages} />
          </>
        )}
      </Answer>
    </Section>
  );
}

function Shown(props: {
  answer: Polled<ChangesResponse>;
  pages: Pages<ServiceChange>;
  query: ChangesQuery;
}) {
  const t = useText();
  const { answer, pages, query } = props;
  if (!answer.data) return null;
  const { changes, matching, total } = answer.data;
  const shown = formatNumber(changes.length + pages.items.length);
  return (
    <span role="status">
      {query.maker || query.outcome
        ? t('changes.matching', {
            matching: formatNumber(matching),
            total: formatNumber(total),
            shown,
          })
        : t('changes.shown', { all: formatNumber(total), shown })}
    </span>
  );
}
