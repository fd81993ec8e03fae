import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  AttestationResponse,
  DueAttestation,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../../api';
import { useText } from '../../../text';
import { AttestationDialog, whoMayAttest } from '../../attestation';
import { errorStatus, Trouble } from '../../states';

/** Asks whether the one who presses may attest, then opens the question or says who may. */
export function AttestButton(props: {
  service: DueAttestation;
  onKept(answer: AttestationResponse): void;
}) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const { service, onKept } = props;
  const [data, setData] = useState<AttestationResponse>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const open = async () => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const answer = await api.getAttestation(service.entityRef);
      if (answer.mayAttest) setData(answer);
      else setTrouble(whoMayAttest(t, answer.service));
    } catch (thrown) {
      const error =
        thrown instanceof Error ? thrown : new Error(String(thrown));
      setTrouble(errorStatus(error).sentence);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        variant="secondary"
        isPending={busy}
        aria-label={t('due.attestOf', { service: service.title })}
        onPress={open}
      >
        {t('due.attest')}
      </Button>
      <Trouble>{trouble}</Trouble>
      {data && (
        <AttestationDialog
          data={data}
          onKept={answer => {
            setData(undefined);
            onKept(answer);
          }}
          onClose={() => setData(undefined)}
        />
      )}
    </>
  );
}
