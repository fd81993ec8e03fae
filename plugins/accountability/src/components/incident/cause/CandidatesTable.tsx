import {
  AttributionCandidate,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';
import {
  formatInstant,
  formatNumber,
  formatSpan,
  useText,
} from '../../../text';
import { RecordPageLink } from '../../links';
import { ConfidenceBoxes } from '../../marks';
import { MethodWords, nameById } from '../../record';
import { refName } from '../../reading';
import { EmptySentence } from '../../states';
import { ScrollBox } from '../../table';

/** Deployments that could have been the cause, and why each was not taken: what makes the rule contestable. */
export function CandidatesTable(props: {
  data: IncidentResponse;
  candidates: AttributionCandidate[];
}) {
  const t = useText();
  const { data, candidates } = props;
  return (
    <>
      <h3 className="acc-subhead">{t('candidates.title')}</h3>
      {candidates.length === 0 ? (
        <EmptySentence>{t('popover.noCandidates')}</EmptySentence>
      ) : (
        <ScrollBox label={t('candidates.title')}>
          <table
            className="acc-table acc-candidates"
            aria-label={t('candidates.title')}
          >
            <thead>
              <tr>
                <th>{t('record.deployment')}</th>
                <th>{t('popover.method')}</th>
                <th className="acc-right">{t('candidates.lag')}</th>
                <th>{t('popover.confidence')}</th>
                <th style={{ minWidth: 160 }}>{t('candidates.whyNot')}</th>
              </tr>
            </thead>
            <tbody>
              {candidates.map(candidate => (
                <Row key={candidate.record} data={data} {...candidate} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </>
  );
}

function Row(props: AttributionCandidate & { data: IncidentResponse }) {
  const { data, record, service, method, lagMs, confidence, whyNot } = props;
  const begun = data.incident.startedAt - lagMs;
  return (
    <tr>
      <th scope="row">
        <RecordPageLink
          entityRef={service ?? data.service.entityRef}
          record={{ kind: 'deployment', id: record }}
          className="acc-link acc-strong"
        >
          {service ? `${refName(service)} ` : ''}
          {nameById(data.records)(record)}
        </RecordPageLink>
        <div className="acc-label">{formatInstant(begun)}</div>
      </th>
      <td>
        <MethodWords method={method} />
      </td>
      <td className="acc-right acc-nowrap">{formatSpan(lagMs)}</td>
      <td>
        <span className="acc-inline">
          <ConfidenceBoxes confidence={confidence} />
          {formatNumber(confidence, 2)}
        </span>
      </td>
      <td className="acc-muted">{whyNot}</td>
    </tr>
  );
}
