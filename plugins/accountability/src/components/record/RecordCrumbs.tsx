import { ReactNode } from 'react';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { ServiceSummary } from 'backstage-plugin-accountability-common';
import { useLocation } from 'react-router-dom';
import { useServicePage } from './useServicePage';

/** The way to a record as the app's header shows it: its service, then itself. */
export function RecordCrumbs(props: {
  service: ServiceSummary;
  name: string;
  children: ReactNode;
}) {
  const { service, name, children } = props;
  const { pathname } = useLocation();
  const page = useServicePage();
  return (
    <BreadcrumbEntry
      entry={{ label: service.title, href: page(service.entityRef) }}
    >
      <BreadcrumbEntry entry={{ label: name, href: pathname }}>
        {children}
      </BreadcrumbEntry>
    </BreadcrumbEntry>
  );
}
