import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  Attestation,
  AttestationResponse,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { EmptySentence } from '../states';
import { AttestationDialog } from './AttestationDialog';
import { whoMayAttest } from './whoMayAttest';

/** Two answers for members of the owning group; all others are told who may give them. */
export function AttestationActions(props: {
  data: AttestationResponse;
  onKept(answer: AttestationResponse): void;
}) {
  const t = useText();
  const { data, onKept } = props;
  const [verdict, setVerdict] = useState<Attestation['verdict']>();
  if (!data.mayAttest) {
    return <EmptySentence>{whoMayAttest(t, data.service)}</EmptySentence>;
  }
  return (
    <>
      <div className="acc-controls">
        <Button variant="secondary" onPress={() => setVerdict('confirmed')}>
          {t('attestation.confirmOpen')}
        </Button>
        <Button variant="secondary" onPress={() => setVerdict('rejected')}>
          {t('attestation.rejectOpen')}
        </Button>
      </div>
      {verdict && (
        <AttestationDialog
          data={data}
          verdict={verdict}
          onKept={answer => {
            setVerdict(undefined);
            onKept(answer);
          }}
          onClose={() => setVerdict(undefined)}
        />
      )}
    </>
  );
}
