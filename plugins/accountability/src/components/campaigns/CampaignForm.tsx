import { useState } from 'react';
import {
  Checkbox,
  CheckboxGroup,
  DatePicker,
  NumberField,
  Select,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  CampaignRequest,
  CampaignResponse,
  ScorecardSummary,
} from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { useText } from '../../text';
import { FormDialog, useSend } from '../form';

interface Draft {
  title: string;
  description: string;
  scorecard: string;
  checks: string[];
  target: string;
  /** Days. */
  remind: number;
}

const blank: Draft = {
  title: '',
  description: '',
  scorecard: '',
  checks: [],
  target: '',
  remind: 7,
};

/** Milliseconds of the end of the day that is written; NaN where none is. */
const targetOf = ({ target }: Draft) =>
  /^\d{4}-\d\d-\d\d$/.test(target.trim())
    ? Date.parse(`${target.trim()}T23:59:59Z`)
    : NaN;

/** Asks for what a campaign is; it is kept as a draft, which reminds nobody. */
export function CampaignForm(props: {
  onKept(data: CampaignResponse): void;
  onClose(): void;
}) {
  const t = useText();
  const api = useApi(policyApiRef);
  const [draft, setDraft] = useState(blank);
  const cards = usePolled(() => api.getScorecards(), { key: 'scorecards' });
  const scorecards = cards.data?.scorecards ?? [];
  const sending = useSend(
    (request: CampaignRequest) => api.createCampaign(request),
    props.onKept,
  );
  const missing = () => {
    if (!draft.title.trim()) return t('campaignForm.missingTitle');
    if (draft.checks.length === 0) return t('campaignForm.missingChecks');
    return targetOf(draft) > Date.now()
      ? undefined
      : t('campaignForm.missingTarget');
  };
  const send = () =>
    sending.send({
      title: draft.title.trim(),
      ...(draft.description.trim() && {
        description: draft.description.trim(),
      }),
      checks: draft.checks.map(check => ({
        scorecard: draft.scorecard,
        check,
      })),
      targetAt: new Date(targetOf(draft)).toISOString(),
      remindEveryDays: Math.max(0, Math.round(draft.remind || 0)),
    });
  return (
    <FormDialog
      title={t('campaignForm.title')}
      keep={t('campaignForm.keep')}
      busy={sending.busy}
      trouble={sending.trouble}
      missing={missing()}
      onSend={() => void send()}
      onClose={props.onClose}
    >
      <Fields draft={draft} onDraft={setDraft} scorecards={scorecards} />
    </FormDialog>
  );
}

function Fields(props: {
  draft: Draft;
  onDraft(draft: Draft): void;
  scorecards: ScorecardSummary[];
}) {
  const t = useText();
  const { draft, onDraft, scorecards } = props;
  const set = (next: Partial<Draft>) => onDraft({ ...draft, ...next });
  const chosen = scorecards.find(
    ({ scorecard }) => scorecard === draft.scorecard,
  );
  return (
    <>
      <TextField
        label={t('campaignForm.name')}
        isRequired
        value={draft.title}
        onChange={title => set({ title })}
      />
      <TextAreaField
        label={t('campaignForm.description')}
        rows={2}
        value={draft.description}
        onChange={description => set({ description })}
      />
      <Select
        label={t('campaignForm.scorecard')}
        options={scorecards.map(({ scorecard, title }) => ({
          value: scorecard,
          label: title,
        }))}
        value={draft.scorecard || null}
        onChange={value => set({ scorecard: String(value ?? ''), checks: [] })}
      />
      {chosen && (
        <CheckboxGroup
          label={t('campaignForm.checks')}
          value={draft.checks}
          onChange={checks => set({ checks })}
        >
          {chosen.checks.map(({ check, title }) => (
            <Checkbox key={check} value={check}>
              {title}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
      <DatePicker
        label={t('campaignForm.target')}
        isRequired
        onChange={date => set({ target: date?.toString() ?? '' })}
      />
      <NumberField
        label={t('campaignForm.remind')}
        description={t('campaignForm.remindHint')}
        minValue={0}
        maxValue={90}
        value={draft.remind}
        onChange={remind => set({ remind })}
      />
    </>
  );
}
