import { TimelineResponse } from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../../text';
import { ownersAround } from '../../reading';
import { OwnerName } from '../../service/OwnerName';
import { DeploymentMark } from '../layout';
import { recordName, shortId } from '../recordName';
import { RecordLink } from './RecordLink';

/** A deployment: what became of it, who owned the service then, and what it is charged with. */
export function DeploymentEvidence(props: {
  mark: DeploymentMark;
  timeline: TimelineResponse;
}) {
  const t = useText();
  const { mark, timeline } = props;
  const { record, charges } = mark;
  const owner = ownersAround(timeline.spans, record.startedAt).current;
  const never =
    record.environment === 'production' ? 'never' : 'neverElsewhere';
  const outcome = mark.shape === 'never' ? never : mark.shape;
  return (
    <>
      <div className="acc-popHead">
        <span className="acc-strong">
          {t('popover.deploymentTo', {
            version: recordName(record, { bare: true }),
            environment: record.environment ?? t('popover.unknownEnvironment'),
          })}
        </span>
        <span className="acc-label acc-nowrap">
          {formatInstant(record.startedAt)}
        </span>
      </div>
      <dl className="acc-facts">
        <dt>{t('popover.result')}</dt>
        <dd>
          {t(`mark.${outcome}`)} ({record.result ?? record.state})
        </dd>
        <dt>
          {charges.length > 0 ? t('popover.charged') : t('popover.answered')}
        </dt>
        <dd>{owner ? <OwnerName owner={owner.owner} /> : t('owner.none')}</dd>
        {charges.length > 0 && (
          <>
            <dt>{t('popover.charge')}</dt>
            <dd>
              {charges
                .map(
                  ({ incident, method }) =>
                    `${shortId(incident)} (${t(`popover.methods.${method}`)})`,
                )
                .join(', ')}
            </dd>
          </>
        )}
      </dl>
      <RecordLink entityRef={timeline.service.entityRef} record={record} />
    </>
  );
}
