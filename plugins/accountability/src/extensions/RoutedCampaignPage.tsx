import '../theme/tokens.css';
import '../theme/accountability.css';
import '../theme/records.css';
import { useRouteRefParams } from '@backstage/frontend-plugin-api';
import { CampaignPage } from '../components/campaigns';
import { campaignRouteRef } from '../routes';

/** The campaign that the address names. */
export function RoutedCampaignPage() {
  const { id } = useRouteRefParams(campaignRouteRef);
  return <CampaignPage id={id} />;
}
