import {
  decisionReadPermission,
  GateSummary,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { Answer, EmptySentence, Section } from '../states';
import { MoreButton } from '../table';
import { DecisionFilters } from './DecisionFilters';
import { DecisionsTable } from './DecisionsTable';
import { useDecisions, useDecisionsQuery } from './useDecisions';

/** The log of decisions, narrowed by gate and outcome. */
export function DecisionsSection(props: {
  gates: GateSummary[];
  asOf: number;
}) {
  const t = useText();
  const { gates, asOf } = props;
  const { query, setQuery } = useDecisionsQuery();
  const { first, pages } = useDecisions(query);
  const narrowed = Boolean(query.gate || query.outcome || query.brokenGlass);
  return (
    <Section title={t('decisions.title')} sub={t('decisions.sub')}>
      <DecisionFilters gates={gates} query={query} onQuery={setQuery} />
      <Answer
        polled={first}
        what={t('gates.what')}
        permission={decisionReadPermission.name}
        boxes={[240]}
      >
        {({ decisions }) =>
          decisions.length === 0 ? (
            <EmptySentence>
              {narrowed ? t('decisions.noneSuch') : t('decisions.none')}
            </EmptySentence>
          ) : (
            <DecisionsTable
              decisions={[...decisions, ...pages.items]}
              asOf={asOf}
            />
          )
        }
      </Answer>
      <MoreButton pages={pages} />
    </Section>
  );
}
