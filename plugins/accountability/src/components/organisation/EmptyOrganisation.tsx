import { Button } from '@backstage/ui';
import { OrganisationResponse } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { StartLink } from '../links';
import { EmptySentence, Section } from '../states';
import { SourcesLink } from './SourcesLink';
import { OrganisationQuery } from './useOrganisationQuery';

/** What to do where there is nothing to add up yet: no service is like that, none is there, or none was assessed. */
export function EmptyOrganisation(props: {
  data: OrganisationResponse;
  query: OrganisationQuery;
}) {
  const t = useText();
  const { data, query } = props;
  if (data.services > 0) {
    return (
      <Section title={t('organisationEmpty.waiting')}>
        <div className="acc-stack">
          <p className="acc-measure">
            {t('organisationEmpty.waitingLead', {
              count: data.services,
              number: formatNumber(data.services),
            })}
          </p>
          <span>
            <SourcesLink />
          </span>
        </div>
      </Section>
    );
  }
  if (Object.keys(query.filter).length > 0) {
    return (
      <Section title={t('organisationEmpty.title')}>
        <EmptySentence>{t('organisationEmpty.noneSuch')}</EmptySentence>
        <div style={{ paddingTop: 12 }}>
          <Button variant="secondary" onPress={query.clear}>
            {t('organisation.clear')}
          </Button>
        </div>
      </Section>
    );
  }
  return (
    <Section title={t('organisationEmpty.title')}>
      <div className="acc-stack">
        <p className="acc-measure">{t('organisationEmpty.lead')}</p>
        <ol className="acc-steps acc-measure">
          <li>{t('organisationEmpty.catalog')}</li>
          <li>{t('organisationEmpty.owner')}</li>
          <li>
            {t('organisationEmpty.source')} <SourcesLink />
          </li>
        </ol>
        <p>
          <StartLink step="services" />
        </p>
      </div>
    </Section>
  );
}
