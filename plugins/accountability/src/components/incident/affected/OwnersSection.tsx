import {
  AffectedService,
  IncidentResponse,
  OwnerAt,
} from 'backstage-plugin-accountability-common';
import { formatDate, formatNear, useText } from '../../../text';
import { OwnerWords, ServiceLink } from '../../record';
import { Section } from '../../states';
import { ScrollBox } from '../../table';

/** Each service near it: whether it was hit, who owned it then and who owns it now. */
export function OwnersSection({ data }: { data: IncidentResponse }) {
  const t = useText();
  const { startedAt } = data.incident;
  return (
    <Section title={t('owners.title')} sub={t('owners.sub')}>
      <ScrollBox label={t('owners.title')}>
        <table className="acc-table" aria-label={t('owners.title')}>
          <thead>
            <tr>
              <th>{t('owners.service')}</th>
              <th>{t('owners.hit')}</th>
              <th>{t('owners.then', { date: formatDate(startedAt) })}</th>
              <th>{t('owners.now')}</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(data, t('owners.noLink')).map(near => (
              <Row
                key={near.service.entityRef}
                near={near}
                now={nowOf(near, data)}
                startedAt={startedAt}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Section>
  );
}

function Row(props: {
  near: AffectedService;
  now?: OwnerAt;
  startedAt: number;
}) {
  const t = useText();
  const { near, now, startedAt } = props;
  const { service, relation, state, since, ownerThen } = near;
  return (
    <tr>
      <th scope="row">
        <ServiceLink entityRef={service.entityRef}>{service.title}</ServiceLink>
        <div className="acc-label">{t(`relation.${relation}`)}</div>
      </th>
      <td>
        {t(`affected.${state}`)}
        {since !== undefined && (
          <div className="acc-label">
            {t('owners.since', { at: formatNear(since, startedAt) })}
          </div>
        )}
      </td>
      <td className={relation === 'itself' ? 'acc-strong' : undefined}>
        <OwnerWords owner={ownerThen} />
      </td>
      <td>
        <Now then={ownerThen} now={now} />
      </td>
    </tr>
  );
}

function Now({ then, now }: { then: OwnerAt; now?: OwnerAt }) {
  const t = useText();
  if (!now) return <span className="acc-muted">{t('owner.none')}</span>;
  const same =
    then.status === 'known' &&
    now.status === 'known' &&
    then.owner === now.owner;
  return same ? (
    <span className="acc-muted">{t('owners.same')}</span>
  ) : (
    <OwnerWords owner={now} />
  );
}

/** The service itself first, then those that were hit. */
function rowsOf(data: IncidentResponse, because: string): AffectedService[] {
  const { affected, service, attribution } = data;
  const own = affected.find(({ relation }) => relation === 'itself') ?? {
    service,
    relation: 'itself' as const,
    state: 'affected' as const,
    ownerThen: attribution?.incidentOwner ?? {
      status: 'unknown' as const,
      because,
    },
  };
  const rest = affected.filter(({ relation }) => relation !== 'itself');
  const place = ({ state }: AffectedService) =>
    ['affected', 'unknown', 'not-affected'].indexOf(state);
  return [own, ...rest.sort((a, b) => place(a) - place(b))];
}

function nowOf(
  { relation, service }: AffectedService,
  data: IncidentResponse,
): OwnerAt | undefined {
  if (relation === 'itself') return data.ownerNow;
  return service.owner === undefined
    ? undefined
    : {
        status: 'known',
        owner: service.owner,
        resolves: service.ownerResolves,
      };
}
