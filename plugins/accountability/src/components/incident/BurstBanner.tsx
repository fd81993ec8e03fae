import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { formatInstant, formatTime, useText } from '../../text';
import { RecordPageLink } from '../links';
import { refName } from '../reading';
import { shortId } from '../timeline/recordName';

const SHOWN = 12;

/** Says that incidents of several services began together, so that one event of the platform does not look like many failures. */
export function BurstBanner({ data }: { data: IncidentResponse }) {
  const t = useText();
  const { burst, incident, attribution } = data;
  const charged = attribution?.burst;
  if (!burst) return null;
  const others = burst.incidents.filter(each => each.incident !== incident.id);
  const services = new Set(burst.incidents.map(each => each.service));
  return (
    <section className="acc-note acc-burst" aria-label={t('burst.title')}>
      <p className="acc-strong">{t('burst.title')}</p>
      <p>
        {t('burst.sentence', {
          incidents: String(burst.incidents.length),
          services: String(services.size),
          from: formatInstant(burst.from),
          to: formatInstant(burst.to),
        })}{' '}
        {charged && t(`burst.${charged.cascade ?? 'apart'}`)}
      </p>
      <ul className="acc-list acc-small">
        {others.slice(0, SHOWN).map(each => (
          <li key={each.incident}>
            <RecordPageLink
              entityRef={each.service}
              record={{ kind: 'incident', id: each.incident }}
            >
              {t('burst.one', {
                incident: shortId(each.incident),
                service: refName(each.service),
                at: formatTime(each.startedAt),
              })}
            </RecordPageLink>
          </li>
        ))}
        {others.length > SHOWN && (
          <li>{t('burst.more', { number: String(others.length - SHOWN) })}</li>
        )}
      </ul>
    </section>
  );
}
