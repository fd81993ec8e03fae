import {
  Attribution,
  DeploymentRecord,
  TimelineResponse,
} from 'backstage-plugin-accountability-common';
import { formatDate, formatSpan, useText } from '../../../text';
import { ownersAround } from '../../reading';
import { OwnerName } from '../../service/OwnerName';
import { IncidentMark } from '../layout';
import { recordName, shortSha } from '../recordName';
import { severityWords } from '../severityWords';
import { Candidates } from './Candidates';
import { CauseFacts } from './CauseFacts';
import { RecordLink } from './RecordLink';

/** An incident, its cause, and everything that speaks for and against it. */
export function IncidentEvidence(props: {
  mark: IncidentMark;
  timeline: TimelineResponse;
}) {
  const t = useText();
  const { mark, timeline } = props;
  const { record, attribution } = mark;
  const owner = ownersAround(timeline.spans, record.startedAt).current;
  const about = [
    formatDate(record.startedAt),
    record.severity && severityWords(record.severity, t),
    mark.minutes === undefined
      ? t('timeline.going')
      : formatSpan(mark.minutes * 60_000),
  ];
  return (
    <>
      <div className="acc-popHead">
        <span className="acc-strong">
          {t('popover.cause', { incident: recordName(record) })}
        </span>
        <span className="acc-label acc-nowrap">
          {about.filter(Boolean).join(', ')}
        </span>
      </div>
      {record.title && <p className="acc-small acc-muted">{record.title}</p>}
      <p style={{ marginTop: 6 }}>
        <CauseWords attribution={attribution} timeline={timeline} />
      </p>
      <dl className="acc-facts">
        {attribution && <CauseFacts attribution={attribution} />}
        <dt>{t('popover.answered')}</dt>
        <dd>{owner ? <OwnerName owner={owner.owner} /> : t('owner.none')}</dd>
        {attribution && attribution.candidates.length > 0 && (
          <Candidates attribution={attribution} records={timeline.records} />
        )}
      </dl>
      <RecordLink entityRef={timeline.service.entityRef} record={record} />
    </>
  );
}

function CauseWords(props: {
  attribution?: Attribution;
  timeline: TimelineResponse;
}) {
  const t = useText();
  const { attribution, timeline } = props;
  if (attribution?.causeHidden) return <>{t('causeAnswer.hidden')}</>;
  if (!attribution?.cause) return <>{t('popover.noCause')}</>;
  const cause = timeline.records.find(
    (record): record is DeploymentRecord =>
      record.kind === 'deployment' && record.id === attribution.cause,
  );
  if (!cause) return <>{t('popover.outside')}</>;
  const before = attribution.lagMs ?? 0;
  return (
    <>
      {t('popover.deploymentTo', {
        version: recordName(cause, { bare: true }),
        environment: cause.environment ?? t('popover.unknownEnvironment'),
      })}
      {cause.version && cause.sha && (
        <>
          {', '}
          <code className="acc-code">{shortSha(cause.sha)}</code>
        </>
      )}
      {before > 0 && <>, {t('popover.before', { lag: formatSpan(before) })}</>}
    </>
  );
}
