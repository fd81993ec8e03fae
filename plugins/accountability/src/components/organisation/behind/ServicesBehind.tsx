import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  OrganisationFilter,
  OrganisationService,
  OrganisationServicesResponse,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../../api';
import { usePagedList } from '../../../hooks';
import { formatNumber, useText } from '../../../text';
import { LevelMark } from '../../marks';
import { refName } from '../../reading';
import { ServiceLink } from '../../record';
import { Answer, EmptySentence } from '../../states';
import { MoreButton, ScrollBox } from '../../table';
import { Behind, optionsBehind } from './behindAddress';
import { ResultList } from './ResultList';

const servicesOf = ({ services }: OrganisationServicesResponse) => services;

/** Services with what of them does not pass or is unknown, page after page. */
export function ServicesBehind(props: {
  filter: OrganisationFilter;
  behind: Behind;
}) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const key = JSON.stringify(optionsBehind(props.filter, props.behind));
  const load = useCallback(
    (cursor?: string) =>
      api.getOrganisationServices({ ...JSON.parse(key), cursor }),
    [api, key],
  );
  const { first, pages } = usePagedList(load, { key, itemsOf: servicesOf });
  return (
    <Answer polled={first} what={t('organisation.what')} boxes={[220]}>
      {({ total, services }) =>
        services.length === 0 ? (
          <EmptySentence>{t('behind.empty')}</EmptySentence>
        ) : (
          <>
            <p className="acc-muted acc-formText">
              {t('behind.total', { count: total, number: formatNumber(total) })}
            </p>
            <Services services={[...services, ...pages.items]} />
            <MoreButton pages={pages} />
          </>
        )
      }
    </Answer>
  );
}

function Services({ services }: { services: OrganisationService[] }) {
  const t = useText();
  return (
    <ScrollBox label={t('team.title')}>
      <table className="acc-table acc-rows" aria-label={t('team.title')}>
        <thead>
          <tr>
            <th style={{ minWidth: 140 }}>{t('behind.service')}</th>
            <th style={{ minWidth: 84 }}>{t('behind.level')}</th>
            <th style={{ minWidth: 72 }}>{t('behind.known')}</th>
            <th style={{ minWidth: 280 }}>{t('behind.results')}</th>
          </tr>
        </thead>
        <tbody>
          {services.map(service => (
            <Row key={service.entityRef} service={service} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row({ service }: { service: OrganisationService }) {
  const t = useText();
  const { entityRef, title, owner, coverage } = service;
  return (
    <tr>
      <th scope="row">
        <ServiceLink entityRef={entityRef}>{title}</ServiceLink>
        <div className="acc-label">
          {owner ? refName(owner) : t('owner.none')}
        </div>
      </th>
      <td data-label={t('behind.level')}>
        <LevelMark
          name={service.level}
          rank={service.levelRank}
          ladder={service.ladder}
        />
      </td>
      <td data-label={t('behind.known')} className="acc-nowrap">
        {t('coverage.of', {
          known: formatNumber(coverage.known),
          applicable: formatNumber(coverage.applicable),
        })}
      </td>
      <td data-label={t('behind.results')}>
        <ResultList results={service.results} />
      </td>
    </tr>
  );
}
