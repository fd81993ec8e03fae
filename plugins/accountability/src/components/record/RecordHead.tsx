import { ReactNode } from 'react';
import { ButtonLink } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import {
  ServiceRecord,
  ServiceSummary,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { isWebAddress, sourceName } from '../links';
import { PageHead } from '../page';
import { ServiceLink } from './ServiceLink';
import { useServicePage } from './useServicePage';

/** What a record is, whose it is, and where its source shows it. */
export function RecordHead(props: {
  service: ServiceSummary;
  record: ServiceRecord;
  title: string;
  /** Its name, and what is said of it beside the service. */
  name: string;
  tags: ReactNode[];
}) {
  const t = useText();
  const page = useServicePage();
  const { service, record, title, name, tags } = props;
  const { entityRef } = service;
  return (
    <PageHead
      parent={{ label: service.title, href: page(entityRef) }}
      title={title}
      name={name}
      tags={[
        <ServiceLink key="service" entityRef={entityRef}>
          {service.title}
        </ServiceLink>,
        ...tags,
      ]}
    >
      {record.url && isWebAddress(record.url) && (
        <ButtonLink
          variant="secondary"
          href={record.url}
          target="_blank"
          rel="noopener noreferrer"
          iconStart={<RiExternalLinkLine aria-hidden />}
        >
          {t('recordPage.openIn', { source: sourceName(record.id) })}
        </ButtonLink>
      )}
    </PageHead>
  );
}
