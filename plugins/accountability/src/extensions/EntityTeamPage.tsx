import '../theme/tokens.css';
import '../theme/accountability.css';
import '../theme/records.css';
import '../theme/organisation.css';
import '../theme/team.css';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { TeamPage } from '../components/team';

/** The page of the group around it. */
export function EntityTeamPage() {
  const { entity } = useEntity();
  return <TeamPage groupRef={stringifyEntityRef(entity)} />;
}
