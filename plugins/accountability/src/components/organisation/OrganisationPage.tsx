import '../../theme/tokens.css';
import '../../theme/accountability.css';
import '../../theme/records.css';
import '../../theme/organisation.css';
import {
  OrganisationResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { Page } from '../page';
import { refName } from '../reading';
import { StartPanel } from '../start';
import { Answer } from '../states';
import { ServicesDialog } from './behind/ServicesDialog';
import { ComingSection } from './coming/ComingSection';
import { DebtsSection } from './debts/DebtsSection';
import { EmptyOrganisation } from './EmptyOrganisation';
import { HeatMap } from './heat/HeatMap';
import { LevelsSection } from './LevelsSection';
import { NoSourceNote } from './NoSourceNote';
import { OrganisationFilters } from './OrganisationFilters';
import { OrganisationHead } from './OrganisationHead';
import { OrganisationStrip } from './OrganisationStrip';
import { TrendSection } from './trend/TrendSection';
import { useOrganisation } from './useOrganisation';
import {
  OrganisationQuery,
  useOrganisationQuery,
} from './useOrganisationQuery';
import { WorseSection } from './worse/WorseSection';

const BOXES = [110, 520, 240, 420];

/** Where the whole organisation stands, who has what left, and what is most worth doing. */
export function OrganisationPage() {
  const t = useText();
  const query = useOrganisationQuery();
  const { latest, ...organisation } = useOrganisation(query.filter);
  const { group } = query.filter;
  return (
    <Page headed>
      {latest && (
        <div className="acc-head">
          <OrganisationHead data={latest} query={query} />
          <OrganisationFilters choices={latest.choices} query={query} />
        </div>
      )}
      {Object.keys(query.filter).length === 0 && <StartPanel />}
      <Answer
        polled={organisation}
        what={group ? refName(group) : t('organisation.what')}
        permission={scorecardReadPermission.name}
        boxes={BOXES}
      >
        {data =>
          data.services > data.notAssessed ? (
            <Loaded data={data} query={query} />
          ) : (
            <EmptyOrganisation data={data} query={query} />
          )
        }
      </Answer>
      {query.behind && (
        <ServicesDialog
          filter={query.filter}
          behind={query.behind}
          data={latest}
          onClose={query.close}
        />
      )}
    </Page>
  );
}

function Loaded(props: {
  data: OrganisationResponse;
  query: OrganisationQuery;
}) {
  const { data, query } = props;
  const { known, applicable } = data.coverage;
  return (
    <>
      {2 * known < applicable && <NoSourceNote />}
      <OrganisationStrip data={data} query={query} />
      <div className="acc-columns acc-columnsHeat">
        <div className="acc-stack">
          <HeatMap data={data} query={query} />
          <WorseSection worse={data.worse} />
        </div>
        <div className="acc-stack">
          <TrendSection trends={data.trends} />
          <LevelsSection levels={data.levels} />
          <ComingSection filter={query.filter} />
        </div>
      </div>
      <DebtsSection data={data} query={query} />
    </>
  );
}
