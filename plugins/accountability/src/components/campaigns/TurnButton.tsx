import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Campaign,
  CampaignResponse,
  CampaignStateRequest,
} from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { useText } from '../../text';
import { FormDialog, useSend } from '../form';

/** Starts a draft or ends what runs; it says first what that does. */
export function TurnButton(props: {
  campaign: Campaign;
  onTurned(data: CampaignResponse): void;
}) {
  const t = useText();
  const api = useApi(policyApiRef);
  const { campaign, onTurned } = props;
  const [open, setOpen] = useState(false);
  const { send, busy, trouble } = useSend(
    (request: CampaignStateRequest) => api.turnCampaign(campaign.id, request),
    data => {
      setOpen(false);
      onTurned(data);
    },
  );
  const starts = campaign.state === 'draft';
  const effect = () => {
    if (!starts) return t('campaign.endEffect');
    const count = campaign.remindEveryDays;
    return count > 0
      ? t('campaign.startEffect', { count })
      : t('campaign.startQuiet');
  };
  return (
    <>
      <Button variant="secondary" onPress={() => setOpen(true)}>
        {starts ? t('campaign.start') : t('campaign.end')}
      </Button>
      {open && (
        <FormDialog
          title={starts ? t('campaign.startTitle') : t('campaign.endTitle')}
          keep={t('campaign.turn')}
          busy={busy}
          trouble={trouble}
          onSend={() => void send({ state: starts ? 'active' : 'ended' })}
          onClose={() => setOpen(false)}
        >
          <p style={{ margin: 0 }}>{effect()}</p>
        </FormDialog>
      )}
    </>
  );
}
