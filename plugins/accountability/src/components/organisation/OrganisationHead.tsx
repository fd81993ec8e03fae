import { OrganisationResponse } from 'backstage-plugin-accountability-common';
import { RiArrowRightSLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { formatInstant, formatNumber, useText } from '../../text';
import { Tags } from '../page';
import { useServicePage } from '../record/useServicePage';
import { OrganisationQuery } from './useOrganisationQuery';

/** What is looked at: a group under those above it or everything, of how many services, as of when. */
export function OrganisationHead(props: {
  data: OrganisationResponse;
  query: OrganisationQuery;
}) {
  const t = useText();
  const page = useServicePage();
  const { data, query } = props;
  const { group, services, unowned, notAssessed } = data;
  const counted = (count: number) => ({ count, number: formatNumber(count) });
  return (
    <header className="acc-recordTitle">
      {group && <Crumbs above={data.above} query={query} />}
      <h2>{group?.title ?? t('organisation.all')}</h2>
      <Tags
        tags={[
          t('organisation.services', counted(services)),
          unowned > 0 && t('organisation.nobody', counted(unowned)),
          notAssessed > 0 && t('organisation.waiting', counted(notAssessed)),
          t('asOf.button', { at: formatInstant(data.asOf) }),
          group && (
            <Link key="page" className="acc-link" to={page(group.groupRef)}>
              {t('organisation.groupPage')}
            </Link>
          ),
        ]}
      />
    </header>
  );
}

function Crumbs(props: {
  above: OrganisationResponse['above'];
  query: OrganisationQuery;
}) {
  const t = useText();
  const { above, query } = props;
  const crumbs = [
    { groupRef: undefined, title: t('organisation.all') },
    ...above,
  ];
  return (
    <nav aria-label={t('organisation.crumbs')}>
      <ol className="acc-crumbs">
        {crumbs.map(({ groupRef, title }) => (
          <li key={title + groupRef}>
            <Link
              className="acc-link"
              to={{ search: query.searchOf(groupRef) }}
            >
              {title}
            </Link>
            <RiArrowRightSLine size={16} aria-hidden />
          </li>
        ))}
      </ol>
    </nav>
  );
}
