import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  ChangesResponse,
  metricWindows,
} from 'backstage-plugin-accountability-common';
import { formatDate, formatInstant, useText } from '../../text';
import { PageHead } from '../page';
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
  const page = useServicePage();
  return (
    <PageHead
      parent={{ label: title, href: page(entityRef) }}
      title={t('changes.title', { service: title })}
      name={t('changes.crumb')}
      tags={[
        <ServiceLink key="service" entityRef={entityRef}>
          {title}
        </ServiceLink>,
        overview &&
          t('changes.window', {
            from: formatDate(overview.window.from),
            to: formatDate(overview.window.to),
          }),
        overview && t('asOf.button', { at: formatInstant(overview.asOf) }),
      ]}
    >
      <WindowControl days={props.window} onChange={props.onWindow} />
    </PageHead>
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
