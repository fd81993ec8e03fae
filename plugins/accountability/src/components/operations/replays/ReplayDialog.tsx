import { FormEvent, useId, useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  deliveryReplayPermission,
  Replay,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../../api';
import { fromInputValue, toInputValue, useText } from '../../../text';
import { InstantField } from './InstantField';
import { replayErrorWords } from './replayErrorWords';
import { Trouble } from '../../states';

const DAY = 86_400_000;

/** Asks for deliveries of a source to be read again; by default those of the last 24 hours. */
export function ReplayDialog(props: {
  sources: string[];
  source: string;
  now: number;
  onAsked(replay: Replay): void;
  onClose(): void;
}) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const formId = useId();
  const [source, setSource] = useState(props.source);
  const [from, setFrom] = useState(toInputValue(props.now - DAY));
  const [to, setTo] = useState(toInputValue(props.now));
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const [start, end] = [fromInputValue(from), fromInputValue(to)];
    if (start !== undefined && end !== undefined && start >= end) {
      setTrouble(t('replays.order'));
      return;
    }
    setAsking(true);
    setTrouble(undefined);
    try {
      const request = { source, from: isoOf(start), to: isoOf(end) };
      props.onAsked(await api.createReplay(request));
    } catch (error) {
      setTrouble(replayErrorWords(t, error, deliveryReplayPermission.name));
      setAsking(false);
    }
  };
  return (
    <Dialog
      isOpen
      isDismissable
      width={460}
      onOpenChange={open => {
        if (!open) props.onClose();
      }}
    >
      <DialogHeader>{t('replays.dialogTitle')}</DialogHeader>
      <DialogBody>
        <form id={formId} className="acc-form" onSubmit={submit}>
          <p className="acc-formText">{t('replays.explain')}</p>
          <Select
            label={t('replays.source')}
            options={props.sources.map(id => ({ value: id, label: id }))}
            value={source}
            onChange={value => setSource(String(value))}
          />
          <InstantField
            label={t('replays.from')}
            hint={t('replays.fromHint')}
            value={from}
            onChange={setFrom}
          />
          <InstantField
            label={t('replays.to')}
            hint={t('replays.toHint')}
            value={to}
            onChange={setTo}
          />
          <Trouble>{trouble}</Trouble>
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('replays.close')}
        </Button>
        <Button type="submit" form={formId} isPending={asking}>
          {t('replays.start')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function isoOf(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
