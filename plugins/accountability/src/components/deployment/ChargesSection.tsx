import { DeploymentResponse } from 'backstage-plugin-accountability-common';
import { formatInstant, formatSpan, useText } from '../../text';
import { RecordPageLink } from '../links';
import { ConfidenceWords, MethodWords, OwnerWords } from '../record';
import { EmptySentence, Section } from '../states';
import { recordName } from '../timeline/recordName';
import { severityWords } from '../timeline/severityWords';
import { ScrollBox } from '../table';

type Charge = DeploymentResponse['charges'][number];

/** The incidents that it is charged with, and how sure that is. */
export function ChargesSection({ data }: { data: DeploymentResponse }) {
  const t = useText();
  const { charges, service } = data;
  return (
    <Section title={t('charges.title')} sub={t('cause.correlation')}>
      {charges.length === 0 ? (
        <EmptySentence>{t('charges.empty')}</EmptySentence>
      ) : (
        <ScrollBox label={t('charges.title')}>
          <table className="acc-table" aria-label={t('charges.title')}>
            <thead>
              <tr>
                <th style={{ minWidth: 150 }}>{t('record.incident')}</th>
                <th>{t('popover.method')}</th>
                <th>{t('popover.confidence')}</th>
                <th className="acc-right">{t('candidates.lag')}</th>
                <th>{t('popover.charged')}</th>
              </tr>
            </thead>
            <tbody>
              {charges.map(charge => (
                <Row
                  key={charge.incident.id}
                  charge={charge}
                  entityRef={service.entityRef}
                />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Section>
  );
}

function Row({ charge, entityRef }: { charge: Charge; entityRef: string }) {
  const t = useText();
  const { incident, attribution } = charge;
  const { severity, title, startedAt } = incident;
  return (
    <tr>
      <th scope="row">
        <RecordPageLink
          entityRef={entityRef}
          record={incident}
          className="acc-link acc-strong"
        >
          {recordName(incident)}
        </RecordPageLink>
        {title && <div>{title}</div>}
        <div className="acc-label">
          {[severity && severityWords(severity, t), formatInstant(startedAt)]
            .filter(Boolean)
            .join(', ')}
        </div>
      </th>
      <td>
        <MethodWords method={attribution.method} />
      </td>
      <td>
        <ConfidenceWords confidence={attribution.confidence} />
      </td>
      <td className="acc-right acc-nowrap">
        {attribution.lagMs === undefined
          ? t('checks.unknownValue')
          : formatSpan(attribution.lagMs)}
      </td>
      <td>
        {attribution.causeOwner && (
          <OwnerWords owner={attribution.causeOwner} />
        )}
      </td>
    </tr>
  );
}
