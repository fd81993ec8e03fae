import { ReactNode, useState } from 'react';
import { BreadcrumbEntry, useApi } from '@backstage/frontend-plugin-api';
import {
  CampaignResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { useLocation } from 'react-router-dom';
import { policyApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { formatDate, useText } from '../../text';
import { refName } from '../reading';
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
    <div className="acc-stack acc-page acc-record">
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
    </div>
  );
}

function Head(props: {
  data: CampaignResponse;
  onTurned(data: CampaignResponse): void;
}) {
  const t = useText();
  const { data, onTurned } = props;
  const { title, description, state, checks, targetAt, owner } = data.campaign;
  const tags: ReactNode[] = [
    t(`campaignState.${state}`),
    t('campaign.targetOn', { at: formatDate(targetAt) }),
    owner && refName(owner),
    checks.map(({ check }) => check).join(', '),
  ].filter(Boolean);
  return (
    <Crumbs title={title}>
      <header className="acc-head">
        <div className="acc-recordTitle">
          <h1>{title}</h1>
          {description && <p style={{ margin: 0 }}>{description}</p>}
          <ul className="acc-tags">
            {tags.map((tag, place) => (
              <li key={place}>{tag}</li>
            ))}
          </ul>
        </div>
        {data.mayManage && state !== 'ended' && (
          <TurnButton campaign={data.campaign} onTurned={onTurned} />
        )}
      </header>
    </Crumbs>
  );
}

function Crumbs(props: { title: string; children: ReactNode }) {
  const t = useText();
  const { pathname } = useLocation();
  return (
    <BreadcrumbEntry
      entry={{ label: t('campaigns.title'), href: '/accountability/campaigns' }}
    >
      <BreadcrumbEntry entry={{ label: props.title, href: pathname }}>
        {props.children}
      </BreadcrumbEntry>
    </BreadcrumbEntry>
  );
}
