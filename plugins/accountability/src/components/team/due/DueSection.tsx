import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  AttestationsResponse,
  DueAttestation,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../../api';
import { Pages, POLL_MS, usePages, usePolled } from '../../../hooks';
import { useText } from '../../../text';
import { keptWords } from '../../attestation';
import { refName } from '../../reading';
import { Answer, EmptySentence, Section } from '../../states';
import { MoreButton, ScrollBox } from '../../table';
import { uniqueByRef } from '../uniqueByRef';
import { DueAttestationRow } from './DueAttestationRow';

/** What a team is to do, and since when; today that is to attest its services. */
export function DueSection({ groupRef }: { groupRef: string }) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const [said, setSaid] = useState<string>();
  const [round, setRound] = useState(0);
  const due = usePolled(() => api.getAttestations(groupRef), {
    key: groupRef,
    everyMs: POLL_MS,
  });
  const load = useCallback(
    async (cursor: string) => {
      const page = await api.getAttestations(groupRef, { cursor });
      return { items: page.services, nextCursor: page.nextCursor };
    },
    [api, groupRef],
  );
  const pages = usePages(load, {
    // What was just attested may stand on a later page, so those are forgotten.
    key: `${groupRef} ${round}`,
    firstCursor: due.data?.nextCursor,
  });
  const total = due.data?.total ?? 0;
  return (
    <Section
      title={t('due.title')}
      sub={total > 0 && t('due.sub', { count: total })}
    >
      <p className="acc-said acc-small" role="status">
        {said}
      </p>
      <Answer polled={due} what={refName(groupRef)} boxes={[90]}>
        {data => (
          <DueTable
            data={data}
            pages={pages}
            onKept={words => {
              setSaid(words);
              setRound(old => old + 1);
              due.retry();
            }}
          />
        )}
      </Answer>
    </Section>
  );
}

function DueTable(props: {
  data: AttestationsResponse;
  pages: Pages<DueAttestation>;
  onKept(words: string): void;
}) {
  const t = useText();
  const { data, pages, onKept } = props;
  const services = uniqueByRef([...data.services, ...pages.items]);
  if (services.length === 0) {
    return <EmptySentence>{t('due.empty')}</EmptySentence>;
  }
  return (
    <>
      <ScrollBox label={t('due.title')}>
        <table className="acc-table" aria-label={t('due.title')}>
          <thead>
            <tr>
              <th>{t('due.when')}</th>
              <th>{t('due.what')}</th>
              <th className="acc-right">{t('due.do')}</th>
            </tr>
          </thead>
          <tbody>
            {services.map(service => (
              <DueAttestationRow
                key={service.entityRef}
                service={service}
                team={data.team.groupRef}
                now={data.asOf}
                onKept={answer => onKept(keptWords(t, answer))}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <MoreButton pages={pages} />
    </>
  );
}
