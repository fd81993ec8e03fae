import '../../theme/tokens.css';
import '../../theme/accountability.css';
import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  unownedReadPermission,
  UnownedSubject,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { POLL_MS, usePages, usePolled } from '../../hooks';
import { formatInstant, formatNumber, useText } from '../../text';
import { StartLink } from '../links';
import { Page } from '../page';
import { Answer, EmptySentence, Section } from '../states';
import { MoreButton, ScrollBox } from '../table';

/** Records that belong to no service, and the annotation that would attach them. */
export function UnownedPage() {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const first = usePolled(() => api.getUnowned(), {
    key: 'unowned',
    everyMs: POLL_MS,
  });
  const load = useCallback(
    (cursor: string) => api.getUnowned({ cursor }),
    [api],
  );
  const pages = usePages(load, {
    key: 'unowned',
    firstCursor: first.data?.nextCursor,
  });
  return (
    <Page>
      <Answer
        polled={first}
        what={t('operations.whatUnowned')}
        permission={unownedReadPermission.name}
        boxes={[320]}
      >
        {data => (
          <Section
            title={t('operations.unownedTitle')}
            sub={t('operations.unownedSub')}
          >
            {data.items.length === 0 ? (
              <>
                <EmptySentence>{t('operations.unownedEmpty')}</EmptySentence>
                <p>
                  <StartLink step="records" />
                </p>
              </>
            ) : (
              <Subjects subjects={[...data.items, ...pages.items]} />
            )}
            <MoreButton pages={pages} />
          </Section>
        )}
      </Answer>
    </Page>
  );
}

function Subjects({ subjects }: { subjects: UnownedSubject[] }) {
  const t = useText();
  return (
    <ScrollBox label={t('operations.unownedTitle')}>
      <table
        className="acc-table acc-rows"
        aria-label={t('operations.unownedTitle')}
      >
        <thead>
          <tr>
            <th>{t('operations.subject')}</th>
            <th>{t('operations.records')}</th>
            <th>{t('operations.first')}</th>
            <th>{t('operations.last')}</th>
            <th>{t('operations.attach')}</th>
          </tr>
        </thead>
        <tbody>
          {subjects.map(subject => (
            <tr key={subject.subject}>
              <th scope="row">
                <code className="acc-code">{subject.subject}</code>
              </th>
              <td data-label={t('operations.records')}>
                {subject.counts.map(({ kind, records }) => (
                  <div key={kind} className="acc-nowrap">
                    {t(`recordCount.${kind}`, {
                      count: records,
                      number: formatNumber(records),
                    })}
                  </div>
                ))}
              </td>
              <td className="acc-nowrap" data-label={t('operations.first')}>
                {formatInstant(subject.firstAt)}
              </td>
              <td className="acc-nowrap" data-label={t('operations.last')}>
                {formatInstant(subject.lastAt)}
              </td>
              <td data-label={t('operations.attach')}>{subject.hint}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
