import { useState } from 'react';
import { Radio, RadioGroup } from '@backstage/ui';
import {
  Attestation,
  AttestationResponse,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { FormDialog, ReasonField } from '../form';
import { refName } from '../reading';
import { AttestationEffect } from './AttestationEffect';
import { missingAnswer, reasonLimits } from './attestationReason';
import { useAttest } from './useAttest';

type Verdict = Attestation['verdict'];

/** Asks a member of the owning group whether a service is theirs; it says what the answer does before it is kept. */
export function AttestationDialog(props: {
  data: AttestationResponse;
  /** What is chosen at first. */
  verdict?: Verdict;
  onKept(answer: AttestationResponse): void;
  onClose(): void;
}) {
  const t = useText();
  const { data, onKept, onClose } = props;
  const { service } = data;
  const [verdict, setVerdict] = useState(props.verdict);
  const [reason, setReason] = useState('');
  const attest = useAttest(service.entityRef, onKept);
  const missing = missingAnswer(verdict, reason);
  const submit = () => {
    if (!verdict) return;
    const why = reason.trim();
    void attest.send({ verdict, ...(why && { reason: why }) });
  };
  return (
    <FormDialog
      title={t('attestation.question', { service: service.title })}
      keep={keepWords()}
      busy={attest.busy}
      trouble={attest.trouble}
      missing={missing && t(`attestation.${missing}`)}
      onSend={submit}
      onClose={onClose}
    >
      <Verdicts data={data} value={verdict} onChange={setVerdict} />
      <ReasonField
        value={reason}
        limits={reasonLimits}
        optional={verdict !== 'rejected'}
        onChange={setReason}
      />
      {verdict && <AttestationEffect data={data} verdict={verdict} />}
    </FormDialog>
  );

  function keepWords() {
    if (!verdict) return t('attestation.keep');
    return verdict === 'confirmed'
      ? t('attestation.keepConfirmed')
      : t('attestation.keepRejected');
  }
}

function Verdicts(props: {
  data: AttestationResponse;
  value?: Verdict;
  onChange(verdict: Verdict): void;
}) {
  const t = useText();
  const { data, value, onChange } = props;
  return (
    <RadioGroup
      label={t('attestation.answer', {
        group: refName(data.service.owner ?? ''),
      })}
      value={value ?? null}
      onChange={chosen =>
        onChange(chosen === 'rejected' ? 'rejected' : 'confirmed')
      }
    >
      <Radio value="confirmed">{t('attestation.chooseConfirmed')}</Radio>
      <Radio value="rejected">{t('attestation.chooseRejected')}</Radio>
    </RadioGroup>
  );
}
