import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  CampaignResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { formatDate, useText } from '../../text';
import { Page, PageHead } from '../page';
import { OwnerName } from '../service/OwnerName';
import { Answer } from '../states';
import { BurnUpSection } from './BurnUpSection';
import { CampaignStrip } from './CampaignStrip';
import { OwnersLeft } from './OwnersLeft';
import { TurnButton } from './TurnButton';

/** One campaign: how far it has come, by day and by owner. */
export function CampaignPage({ id }: { id: string }) {
  const t = useText();
  const api = useApi(policyApiRef);
  const [turned, setTurned] = useState<CampaignResponse>();
  const polled = usePolled(() => api.getCampaign(id), { key: id });
  return (
    <Page headed>
      <Answer
        polled={polled}
        what={t('campaign.what')}
        permission={scorecardReadPermission.name}
        boxes={[110, 260, 320]}
      >
        {answer => {
          const data = turned ?? answer;
          return (
            <>
              <Head data={data} onTurned={setTurned} />
              <CampaignStrip data={data} />
              <BurnUpSection data={data} />
              <OwnersLeft progress={data.progress} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function Head(props: {
  data: CampaignResponse;
  onTurned(data: CampaignResponse): void;
}) {
  const t = useText();
  const { data, onTurned } = props;
  const { title, description, state, checks, targetAt, owner } = data.campaign;
  return (
    <PageHead
      parent={{
        label: t('campaigns.title'),
        href: '/accountability/campaigns',
      }}
      title={title}
      lead={description}
      tags={[
        t(`campaignState.${state}`),
        t('campaign.targetOn', { at: formatDate(targetAt) }),
        owner && <OwnerName key="owner" owner={owner} />,
        checks.map(({ check }) => check).join(', '),
      ]}
    >
      {data.mayManage && state !== 'ended' && (
        <TurnButton campaign={data.campaign} onTurned={onTurned} />
      )}
    </PageHead>
  );
}
