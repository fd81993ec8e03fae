import { useState } from 'react';
import { Select, TextField } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  CheckRef,
  ExemptionEntry,
  ExemptionRequest,
  Severity,
} from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { formatInstant, formatNumber, useText } from '../../text';
import { FormDialog, ReasonField, useSend } from '../form';
import { dayMs, lengthsOf } from './lengths';

/** A check that an exemption may be asked for. */
export interface ExemptableCheck extends CheckRef {
  title: string;
  severity: Severity;
}

const limits = { least: 10, most: 2000 };

/** Asks for an exemption of one service from one check. */
export function AskExemptionDialog(props: {
  entityRef: string;
  checks: ExemptableCheck[];
  /** The exemption that this one goes on from. */
  renews?: string;
  onKept(entry: ExemptionEntry): void;
  onClose(): void;
}) {
  const t = useText();
  const api = useApi(policyApiRef);
  const { entityRef, checks, renews, onKept, onClose } = props;
  const [place, setPlace] = useState(0);
  const [reason, setReason] = useState('');
  const [ticket, setTicket] = useState('');
  const check = checks[place];
  const lengths = lengthsOf(check.severity);
  const [chosen, setChosen] = useState(Math.min(14, ...lengths.slice(-1)));
  const days = Math.min(chosen, Math.max(...lengths));
  const sending = useSend(
    (request: ExemptionRequest) => api.requestExemption(request),
    onKept,
  );
  // An hour less: the server holds the longest to its own clock.
  const ends = Date.now() + days * dayMs - dayMs / 24;
  const send = () => {
    const { scorecard, check: id } = check;
    void sending.send({
      scorecard,
      check: id,
      subject: { by: 'service', ref: entityRef },
      reason: reason.trim(),
      expiresAt: new Date(ends).toISOString(),
      ...(ticket.trim() && { ticket: ticket.trim() }),
      ...(renews && { renews }),
    });
  };
  const missing = () => {
    if (reason.trim().length < limits.least) {
      return t('form.reasonShort', { least: formatNumber(limits.least) });
    }
    return ticket.trim() && !/^https?:\/\/\S+$/.test(ticket.trim())
      ? t('askExemption.badTicket')
      : undefined;
  };
  return (
    <FormDialog
      title={t('askExemption.title')}
      keep={t('askExemption.keep')}
      busy={sending.busy}
      trouble={sending.trouble}
      missing={missing()}
      onSend={send}
      onClose={onClose}
    >
      <Checks checks={checks} place={place} onPlace={setPlace} />
      <ReasonField value={reason} limits={limits} onChange={setReason} />
      <TextField
        label={t('askExemption.ticket')}
        description={t('askExemption.ticketHint')}
        value={ticket}
        onChange={setTicket}
      />
      <Select
        label={t('askExemption.days')}
        description={t('askExemption.limit', {
          limit: t('askExemption.daysOf', { count: Math.max(...lengths) }),
          severity: t(`severity.${check.severity}`),
        })}
        options={lengths.map(length => ({
          value: String(length),
          label: t('askExemption.daysOf', { count: length }),
        }))}
        value={String(days)}
        onChange={value => setChosen(Number(value))}
      />
      <p className="acc-label" style={{ margin: 0 }}>
        {t('askExemption.effect', { at: formatInstant(ends) })}
      </p>
    </FormDialog>
  );
}

function Checks(props: {
  checks: ExemptableCheck[];
  place: number;
  onPlace(place: number): void;
}) {
  const t = useText();
  const { checks, place, onPlace } = props;
  if (checks.length === 1) return <strong>{checks[0].title}</strong>;
  return (
    <Select
      label={t('askExemption.check')}
      options={checks.map(({ title }, at) => ({
        value: String(at),
        label: title,
      }))}
      value={String(place)}
      onChange={value => onPlace(Number(value))}
    />
  );
}
