import { ReactNode } from 'react';
import { ButtonLink } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import {
  ServiceRecord,
  ServiceSummary,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { sourceName } from '../links';
import { RecordCrumbs } from './RecordCrumbs';
import { ServiceLink } from './ServiceLink';

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
  const { service, record, title, name, tags } = props;
  return (
    <RecordCrumbs service={service} name={name}>
      <header className="acc-head">
        <div className="acc-recordTitle">
          <h1>{title}</h1>
          <ul className="acc-tags">
            <li>
              <ServiceLink entityRef={service.entityRef}>
                {service.title}
              </ServiceLink>
            </li>
            {tags.filter(Boolean).map((tag, place) => (
              <li key={place}>{tag}</li>
            ))}
          </ul>
        </div>
        {record.url && (
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
      </header>
    </RecordCrumbs>
  );
}
