import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';
import { RecordPageLink } from '../links';
import { isMerged } from '../reading';
import { RecordHead } from '../record';
import { recordName, shortId } from '../timeline/recordName';
import { severityWords } from '../timeline/severityWords';

/** What broke, how badly, when, and how it stands. */
export function IncidentHead({ data }: { data: IncidentResponse }) {
  const t = useText();
  const { service, incident } = data;
  const { severity, mergedInto } = incident;
  const name = recordName(incident);
  return (
    <>
      <RecordHead
        service={service}
        record={incident}
        title={incident.title ?? name}
        name={name}
        tags={[
          name,
          severity ? severityWords(severity, t) : t('incident.severityUnknown'),
          formatDate(incident.startedAt),
          t(`incidentState.${incident.state}`),
        ]}
      />
      {mergedInto === undefined && isMerged(incident) && (
        <p className="acc-note">{t('incident.mergedHidden')}</p>
      )}
      {mergedInto && (
        <p className="acc-note">
          {t('incident.merged')}{' '}
          <RecordPageLink
            entityRef={service.entityRef}
            record={{ kind: 'incident', id: mergedInto }}
          >
            {shortId(mergedInto)}
          </RecordPageLink>
        </p>
      )}
    </>
  );
}
