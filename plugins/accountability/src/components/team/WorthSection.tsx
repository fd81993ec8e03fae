import { OrganisationResponse } from 'backstage-plugin-accountability-common';
import { refName } from '../reading';
import {
  DebtsSection,
  ServicesDialog,
  useOrganisation,
  useOrganisationQuery,
  WorseSection,
} from '../organisation';
import { Answer } from '../states';

/** What got worse for a team, and what of it is most worth doing. */
export function WorthSection({ groupRef }: { groupRef: string }) {
  const filter = { group: groupRef };
  const query = useOrganisationQuery();
  const { latest, ...organisation } = useOrganisation(filter);
  return (
    <>
      <Answer polled={organisation} what={refName(groupRef)} boxes={[200, 320]}>
        {(data: OrganisationResponse) => (
          <>
            <WorseSection worse={data.worse} />
            <DebtsSection data={data} query={query} />
          </>
        )}
      </Answer>
      {query.behind && (
        <ServicesDialog
          filter={filter}
          behind={query.behind}
          data={latest}
          onClose={query.close}
        />
      )}
    </>
  );
}
