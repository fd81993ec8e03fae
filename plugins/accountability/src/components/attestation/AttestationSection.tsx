import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { AttestationResponse } from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { POLL_MS, usePolled } from '../../hooks';
import { formatInstant, useText } from '../../text';
import { refName } from '../reading';
import { Answer, EmptySentence, Section } from '../states';
import { AttestationActions } from './AttestationActions';
import { AttestationHistory } from './AttestationHistory';
import { AttestationState } from './AttestationState';
import { keptWords } from './keptWords';

/** Whether the owner says that the service is its own, what was said before, and where members say so. */
export function AttestationSection(props: {
  entityRef: string;
  /** The past instant that the page speaks of. */
  at?: number;
}) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const { entityRef, at } = props;
  const [said, setSaid] = useState<string>();
  const attestation = usePolled(() => api.getAttestation(entityRef), {
    key: entityRef,
    everyMs: at === undefined ? POLL_MS : undefined,
  });
  return (
    <Section
      title={t('attestation.title')}
      sub={
        at === undefined
          ? t('attestation.sub')
          : t('attestation.subPast', { at: formatInstant(at) })
      }
    >
      <Answer polled={attestation} what={refName(entityRef)} boxes={[120, 120]}>
        {data =>
          at === undefined ? (
            <Now
              data={data}
              said={said}
              onKept={answer => {
                setSaid(keptWords(t, answer));
                attestation.retry();
              }}
            />
          ) : (
            <Then data={data} at={at} />
          )
        }
      </Answer>
    </Section>
  );
}

function Now(props: {
  data: AttestationResponse;
  said?: string;
  onKept(answer: AttestationResponse): void;
}) {
  const t = useText();
  const { data, said, onKept } = props;
  return (
    <div className="acc-stack">
      <p className="acc-said acc-small" role="status">
        {said}
      </p>
      <AttestationState data={data} />
      <AttestationActions data={data} onKept={onKept} />
      {data.entries.length > 0 ? (
        <AttestationHistory entries={data.entries} />
      ) : (
        <EmptySentence>{t('attestation.empty')}</EmptySentence>
      )}
    </div>
  );
}

/** Answers are given now, so that of the past only what was said by then is shown. */
function Then({ data, at }: { data: AttestationResponse; at: number }) {
  const t = useText();
  const entries = data.entries.filter(entry => entry.at <= at);
  return (
    <>
      <EmptySentence>{t('attestation.past')}</EmptySentence>
      {entries.length > 0 ? (
        <AttestationHistory entries={entries} />
      ) : (
        <EmptySentence>{t('attestation.emptyPast')}</EmptySentence>
      )}
    </>
  );
}
