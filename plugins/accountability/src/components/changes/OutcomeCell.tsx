import { ServiceChange } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';
import { RecordPageLink } from '../links';
import { shortId } from '../timeline/recordName';
import { outcomeOf } from './outcomeOf';

/** What became of a change: what is out of the ordinary first, the ordinary in small, and what is not known. */
export function OutcomeCell(props: {
  change: ServiceChange;
  /** Its service. */
  entityRef: string;
  asOf: number;
}) {
  const t = useText();
  const { change, entityRef, asOf } = props;
  const { deployment, incidents } = change;
  const { striking, ordinary, unknown } = outcomeOf(change, { asOf, t });
  return (
    <>
      {incidents.length > 0 && (
        <div>
          {t('changes.charged')}{' '}
          {incidents.map((id, place) => (
            <span key={id}>
              {place > 0 && ', '}
              <RecordPageLink
                entityRef={entityRef}
                record={{ kind: 'incident', id }}
              >
                {shortId(id)}
              </RecordPageLink>
            </span>
          ))}
        </div>
      )}
      {striking.map(words => (
        <div key={words}>{words}</div>
      ))}
      {deployment && (
        <div>
          {t('changes.since')}{' '}
          <RecordPageLink
            entityRef={entityRef}
            record={{ kind: 'deployment', id: deployment.id }}
          >
            {formatDate(deployment.at)}
          </RecordPageLink>
        </div>
      )}
      {ordinary.length > 0 && (
        <div className="acc-label">{ordinary.join(', ')}</div>
      )}
      {unknown.length > 0 && (
        <div className="acc-label">
          {t('changes.unknown', { what: unknown.join(', ') })}
        </div>
      )}
    </>
  );
}
