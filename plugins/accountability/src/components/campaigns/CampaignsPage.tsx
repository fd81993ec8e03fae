import '../../theme/tokens.css';
import '../../theme/accountability.css';
import '../../theme/records.css';
import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  campaignManagePermission,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { useText } from '../../text';
import { Page } from '../page';
import { Answer, EmptySentence, Section } from '../states';
import { CampaignForm } from './CampaignForm';
import { CampaignsTable } from './CampaignsTable';

/** Campaigns: running ones first, each with how far it has come. */
export function CampaignsPage() {
  const t = useText();
  const api = useApi(policyApiRef);
  const [open, setOpen] = useState(false);
  const { allowed } = usePermission({ permission: campaignManagePermission });
  const polled = usePolled(() => api.getCampaigns(), { key: 'campaigns' });
  return (
    <Page>
      <Answer
        polled={polled}
        what={t('campaigns.what')}
        permission={scorecardReadPermission.name}
        boxes={[240]}
      >
        {data => (
          <Section title={t('campaigns.title')} sub={t('campaigns.sub')}>
            {allowed && (
              <div style={{ marginBottom: 16 }}>
                <Button variant="secondary" onPress={() => setOpen(true)}>
                  {t('campaigns.begin')}
                </Button>
              </div>
            )}
            {data.campaigns.length === 0 ? (
              <EmptySentence>{t('campaigns.none')}</EmptySentence>
            ) : (
              <CampaignsTable campaigns={data.campaigns} asOf={data.asOf} />
            )}
          </Section>
        )}
      </Answer>
      {open && (
        <CampaignForm
          onClose={() => setOpen(false)}
          onKept={() => {
            setOpen(false);
            polled.retry();
          }}
        />
      )}
    </Page>
  );
}
