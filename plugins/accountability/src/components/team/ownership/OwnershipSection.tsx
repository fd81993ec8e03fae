import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  OwnedService,
  OwnershipResponse,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../../api';
import { Pages, POLL_MS, usePages, usePolled } from '../../../hooks';
import { useText } from '../../../text';
import { refName } from '../../reading';
import { Answer, EmptySentence, Section } from '../../states';
import { MoreButton, ScrollBox } from '../../table';
import { uniqueBy } from '../uniqueBy';
import { ColumnNotes } from './ColumnNotes';
import { ownershipColumns } from './ownershipColumns';
import { OwnershipRow } from './OwnershipRow';

/** How a team looks after each of its services: who works on it, who knows it, and who says that it is theirs. */
export function OwnershipSection({ groupRef }: { groupRef: string }) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const ownership = usePolled(() => api.getOwnership(groupRef), {
    key: groupRef,
    everyMs: POLL_MS,
  });
  const load = useCallback(
    async (cursor: string) => {
      const page = await api.getOwnership(groupRef, { cursor });
      return { items: page.services, nextCursor: page.nextCursor };
    },
    [api, groupRef],
  );
  const pages = usePages(load, {
    key: groupRef,
    firstCursor: ownership.data?.nextCursor,
  });
  return (
    <Section title={t('ownership.title')} sub={t('ownership.sub')}>
      <Answer polled={ownership} what={refName(groupRef)} boxes={[180]}>
        {data => <OwnershipTable data={data} pages={pages} />}
      </Answer>
    </Section>
  );
}

function OwnershipTable(props: {
  data: OwnershipResponse;
  pages: Pages<OwnedService>;
}) {
  const t = useText();
  const { data, pages } = props;
  const services = uniqueBy(
    [...data.services, ...pages.items],
    ({ entityRef }) => entityRef,
  );
  if (services.length === 0) {
    return <EmptySentence>{t('ownership.empty')}</EmptySentence>;
  }
  return (
    <>
      <ScrollBox label={t('ownership.title')}>
        <table className="acc-table" aria-label={t('ownership.title')}>
          <thead>
            <tr>
              <th>{t('team.service')}</th>
              {ownershipColumns.map(({ fact, text }) => (
                <th key={fact} title={t(`ownership.${text}Hint`)}>
                  {t(`ownership.${text}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {services.map(service => (
              <OwnershipRow
                key={service.entityRef}
                service={service}
                team={data.team.groupRef}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <MoreButton pages={pages} />
      <ColumnNotes />
    </>
  );
}
