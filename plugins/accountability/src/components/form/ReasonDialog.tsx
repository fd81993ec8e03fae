import { ReactNode, useState } from 'react';
import { formatNumber, useText } from '../../text';
import { FormDialog } from './FormDialog';
import { ReasonField } from './ReasonField';
import { useSend } from './useSend';

/** Asks for a reason and sends it. */
export function ReasonDialog<Answer>(props: {
  title: string;
  keep: string;
  /** Characters that it must and may have, as the server reads it. */
  limits: { least: number; most: number };
  /** What is said above the field. */
  children?: ReactNode;
  ask(reason: string): Promise<Answer>;
  onKept(answer: Answer): void;
  onClose(): void;
}) {
  const t = useText();
  const { title, keep, limits, ask, onKept, onClose } = props;
  const [reason, setReason] = useState('');
  const { send, busy, trouble } = useSend(ask, onKept);
  const written = reason.trim();
  const short = written.length < limits.least;
  const least = formatNumber(limits.least);
  return (
    <FormDialog
      title={title}
      keep={keep}
      busy={busy}
      trouble={trouble}
      missing={short ? t('form.reasonShort', { least }) : undefined}
      onSend={() => send(written)}
      onClose={onClose}
    >
      {props.children}
      <ReasonField
        value={reason}
        limits={limits}
        optional={limits.least === 0}
        onChange={setReason}
      />
    </FormDialog>
  );
}
