import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  ChangesResponse,
  metricWindows,
} from 'backstage-plugin-accountability-common';
import { useLocation } from 'react-router-dom';
import { formatDate, formatInstant, useText } from '../../text';
import { ServiceLink } from '../record';
import { useServicePage } from '../record/useServicePage';

/** Whose changes, as of when, and how far back they are looked at. */
export function ChangesHead(props: {
  entityRef: string;
  title: string;
  /** Absent until it came. */
  overview?: ChangesResponse;
  window: number;
  onWindow(days: number): void;
}) {
  const t = useText();
  const { entityRef, title, overview } = props;
  const { pathname } = useLocation();
  const page = useServicePage();
  return (
    <BreadcrumbEntry entry={{ label: title, href: page(entityRef) }}>
      <BreadcrumbEntry entry={{ label: t('changes.crumb'), href: pathname }}>
        <header className="acc-head">
          <div className="acc-recordTitle">
            <h1>{t('changes.title', { service: title })}</h1>
            <ul className="acc-tags">
              <li>
                <ServiceLink entityRef={entityRef}>{title}</ServiceLink>
              </li>
              {overview && (
                <>
                  <li>
                    {t('changes.window', {
                      from: formatDate(overview.window.from),
                      to: formatDate(overview.window.to),
                    })}
                  </li>
                  <li>
                    {t('asOf.button', { at: formatInstant(overview.asOf) })}
                  </li>
                </>
              )}
            </ul>
          </div>
          <WindowControl days={props.window} onChange={props.onWindow} />
        </header>
      </BreadcrumbEntry>
    </BreadcrumbEntry>
  );
}

function WindowControl(props: { days: number; onChange(days: number): void }) {
  const t = useText();
  return (
    <ToggleButtonGroup
      aria-label={t('metric.window')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[String(props.days)]}
      onSelectionChange={keys => {
        const [days] = keys;
        if (days !== undefined) props.onChange(Number(days));
      }}
    >
      {metricWindows.map(days => (
        <ToggleButton key={days} id={String(days)}>
          {t('metric.days', { days: String(days) })}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
