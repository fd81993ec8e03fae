import { Fragment } from 'react';
import {
  DeploymentRecord,
  DeploymentResponse,
} from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../text';
import { RecordPageLink } from '../links';
import { Section } from '../states';
import { recordName, shortId } from '../timeline/recordName';
import { useDeployments } from './useDeployments';

/** What its environment ran before and after it, and what it undid or brought again: each by its name, its instant and its result. */
export function NeighboursSection({ data }: { data: DeploymentResponse }) {
  const t = useText();
  const { service, previous, next, redeployOf, undoes = [] } = data;
  const ids = [previous, next, redeployOf, ...undoes].flatMap(id => id ?? []);
  const known = useDeployments(service.entityRef, [...new Set(ids)]);
  const rows = [
    {
      what: t('neighbours.previous'),
      ids: previous ? [previous] : [],
      none: t('neighbours.noPrevious'),
    },
    {
      what: t('neighbours.next'),
      ids: next ? [next] : [],
      none: t('neighbours.noNext'),
    },
    { what: t('neighbours.redeployOf'), ids: redeployOf ? [redeployOf] : [] },
    { what: t('neighbours.undid', { count: undoes.length }), ids: undoes },
  ];
  return (
    <Section title={t('neighbours.title')} sub={t('neighbours.sub')}>
      <dl className="acc-facts">
        {rows
          .filter(row => row.ids.length > 0 || row.none)
          .map(row => (
            <Fragment key={row.what}>
              <dt>{row.what}</dt>
              <dd>
                {row.ids.length === 0 && row.none}
                {row.ids.map(id => (
                  <Neighbour
                    key={id}
                    entityRef={service.entityRef}
                    id={id}
                    record={known.get(id)}
                  />
                ))}
              </dd>
            </Fragment>
          ))}
      </dl>
      {redeployOf && (
        <p className="acc-label acc-under1">{t('neighbours.noChange')}</p>
      )}
    </Section>
  );
}

function Neighbour(props: {
  entityRef: string;
  id: string;
  /** Absent until it came, and where it does not. */
  record?: DeploymentRecord;
}) {
  const { entityRef, id, record } = props;
  return (
    <div className="acc-neighbour">
      <RecordPageLink
        entityRef={entityRef}
        record={{ kind: 'deployment', id }}
        className="acc-link acc-strong"
      >
        {record ? recordName(record, { bare: true }) : shortId(id)}
      </RecordPageLink>
      {record && (
        <div className="acc-label">
          {formatInstant(record.startedAt)}, {record.result ?? record.state}
        </div>
      )}
    </div>
  );
}
