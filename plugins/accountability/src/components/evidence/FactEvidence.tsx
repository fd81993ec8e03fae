import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { FactValue } from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { usePages, usePolled } from '../../hooks';
import { formatNumber, useText } from '../../text';
import { Answer, EmptySentence } from '../states';
import { MoreButton } from '../table';
import { RecordTable } from './RecordTable';

/** The records behind one fact, newest first as the server gives them, page by page. */
export function FactEvidence(props: {
  entityRef: string;
  fact: FactValue;
  at?: number;
}) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const { entityRef, fact, at } = props;
  const key = `${entityRef} ${fact.id} ${at}`;
  const first = usePolled(
    () => api.getEvidence(entityRef, { fact: fact.id, at }),
    { key },
  );
  const load = useCallback(
    async (cursor: string) => {
      const page = await api.getEvidence(entityRef, {
        fact: fact.id,
        at,
        cursor,
      });
      return { items: page.records, nextCursor: page.nextCursor };
    },
    [api, entityRef, fact.id, at],
  );
  const pages = usePages(load, { key, firstCursor: first.data?.nextCursor });
  return (
    <Answer polled={first} what={fact.id} boxes={[120]}>
      {answer => (
        <section aria-label={fact.id}>
          <p style={{ margin: 0 }}>
            <code className="acc-code">{fact.id}</code>{' '}
            <span className="acc-label">
              {t('evidence.total', {
                count: answer.total,
                number: formatNumber(answer.total),
              })}
            </span>
          </p>
          <p style={{ margin: '4px 0 12px' }}>{answer.because}</p>
          {answer.records.length === 0 ? (
            <EmptySentence>{t('evidence.empty')}</EmptySentence>
          ) : (
            <RecordTable
              entityRef={entityRef}
              records={[...answer.records, ...pages.items]}
            />
          )}
          <MoreButton pages={pages} />
        </section>
      )}
    </Answer>
  );
}
