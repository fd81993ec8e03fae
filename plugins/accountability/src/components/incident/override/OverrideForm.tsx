import { useState } from 'react';
import { Radio, RadioGroup, TextField } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../../api';
import { useText } from '../../../text';
import { ReasonField } from '../../form';
import { causeChoices } from './causeChoices';
import { DecisionSteps } from './DecisionSteps';
import { reasonLimits, saysWhy } from './saysWhy';
import { useDecision } from './useDecision';

const OTHER = 'other';
const NOBODY = 'nobody';

/** Names the cause, or that no change is one, with a reason; the effect is shown before it is kept. */
export function OverrideForm(props: {
  data: IncidentResponse;
  onKept(said: string): void;
}) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const { data, onKept } = props;
  const [choice, setChoice] = useState<string>();
  const [other, setOther] = useState('');
  const [reason, setReason] = useState('');
  const cause = choice === OTHER ? other.trim() : choice;
  const clear = () => {
    setChoice(undefined);
    setOther('');
    setReason('');
  };
  const decision = useDecision(
    preview =>
      api.decideCause(data.service.entityRef, data.incident.id, {
        cause: cause === NOBODY || cause === undefined ? null : cause,
        reason: reason.trim(),
        ...(preview && { preview }),
      }),
    () => {
      clear();
      onKept(t('override.kept'));
    },
  );
  return (
    <form className="acc-form" onSubmit={event => event.preventDefault()}>
      <RadioGroup
        label={t('override.which')}
        value={choice ?? null}
        onChange={value => {
          setChoice(value);
          decision.forget();
        }}
      >
        <Choices data={data} />
      </RadioGroup>
      {choice === OTHER && (
        <TextField
          label={t('override.record')}
          description={t('override.recordHint')}
          isRequired
          value={other}
          onChange={value => {
            setOther(value);
            decision.forget();
          }}
        />
      )}
      <ReasonField value={reason} limits={reasonLimits} onChange={setReason} />
      <DecisionSteps
        data={data}
        decision={decision}
        keep={t('override.keep')}
        missing={missing()}
        onCancel={() => {
          clear();
          decision.forget();
        }}
      />
      <p className="acc-label">{t('override.outranks')}</p>
    </form>
  );

  function missing(): string | undefined {
    if (!choice) return t('override.missingChoice');
    if (!cause) return t('override.missingRecord');
    return saysWhy(reason) ? undefined : t('override.missingReason');
  }
}

function Choices({ data }: { data: IncidentResponse }) {
  const t = useText();
  const fixed = [
    {
      record: OTHER,
      name: t('override.other'),
      about: t('override.otherHint'),
    },
    { record: NOBODY, name: t('override.none'), about: t('override.noneHint') },
  ];
  return (
    <>
      {[...causeChoices(data, t), ...fixed].map(({ record, name, about }) => (
        <Radio key={record} value={record}>
          <span>
            {name}
            <span className="acc-label acc-block1">{about}</span>
          </span>
        </Radio>
      ))}
    </>
  );
}
