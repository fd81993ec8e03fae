import { ReactNode } from 'react';
import { DeploymentResponse } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { RecordPageLink } from '../links';
import { Section } from '../states';
import { shortId } from '../timeline/recordName';

/** What its environment ran before and after it, and what it undid or brought again. */
export function NeighboursSection({ data }: { data: DeploymentResponse }) {
  const t = useText();
  const { service, previous, next, redeployOf, undoes = [] } = data;
  const link = (id: string) => (
    <RecordPageLink
      entityRef={service.entityRef}
      record={{ kind: 'deployment', id }}
    >
      {shortId(id)}
    </RecordPageLink>
  );
  const rows: [string, ReactNode][] = [
    [
      t('neighbours.previous'),
      previous ? link(previous) : t('neighbours.noPrevious'),
    ],
    [t('neighbours.next'), next ? link(next) : t('neighbours.noNext')],
  ];
  if (redeployOf) rows.push([t('neighbours.redeployOf'), link(redeployOf)]);
  if (undoes.length > 0) {
    rows.push([
      t('neighbours.undid', { count: undoes.length }),
      <span key="undone" className="acc-list">
        {undoes.map(id => (
          <span key={id}>{link(id)}</span>
        ))}
      </span>,
    ]);
  }
  return (
    <Section title={t('neighbours.title')} sub={t('neighbours.sub')}>
      <dl className="acc-facts">
        {rows.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {redeployOf && (
        <p className="acc-label acc-under1">{t('neighbours.noChange')}</p>
      )}
    </Section>
  );
}
