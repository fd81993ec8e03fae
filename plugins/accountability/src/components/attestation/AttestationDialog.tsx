import { FormEvent, useId, useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Radio,
  RadioGroup,
} from '@backstage/ui';
import {
  Attestation,
  AttestationResponse,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { ReasonField } from '../form';
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
  const formId = useId();
  const { data, onKept, onClose } = props;
  const { service } = data;
  const [verdict, setVerdict] = useState(props.verdict);
  const [reason, setReason] = useState('');
  const attest = useAttest(service.entityRef, onKept);
  const missing = missingAnswer(verdict, reason);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!verdict || missing || attest.busy) return;
    const why = reason.trim();
    await attest.send({ verdict, ...(why && { reason: why }) });
  };
  return (
    <Dialog
      isOpen
      isDismissable
      width={520}
      onOpenChange={open => {
        if (!open) onClose();
      }}
    >
      <DialogHeader>
        {t('attestation.question', { service: service.title })}
      </DialogHeader>
      <DialogBody>
        <form id={formId} className="acc-form" onSubmit={submit}>
          <Verdicts data={data} value={verdict} onChange={setVerdict} />
          <ReasonField
            value={reason}
            limits={reasonLimits}
            optional={verdict !== 'rejected'}
            onChange={setReason}
          />
          {verdict && <AttestationEffect data={data} verdict={verdict} />}
          {attest.trouble && (
            <p
              className="acc-note acc-small"
              style={{ margin: 0 }}
              role="alert"
            >
              {attest.trouble}
            </p>
          )}
          {missing && (
            <p className="acc-label" style={{ margin: 0 }}>
              {t(`attestation.${missing}`)}
            </p>
          )}
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('attestation.cancel')}
        </Button>
        <Button
          type="submit"
          form={formId}
          isPending={attest.busy}
          isDisabled={missing !== undefined}
        >
          {keepWords()}
        </Button>
      </DialogFooter>
    </Dialog>
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
