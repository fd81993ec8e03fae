import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { GateDecision } from 'backstage-plugin-accountability-common';
import { useLocation } from 'react-router-dom';
import { formatInstant, useText } from '../../text';
import { refName } from '../reading';
import { ServiceLink } from '../record';

/** Which gate decided on what, and when. */
export function DecisionHead({ decision }: { decision: GateDecision }) {
  const t = useText();
  const { pathname } = useLocation();
  const { id, gate, entityRef, commit, at } = decision;
  const title = t('decision.title', { service: refName(entityRef) });
  return (
    <BreadcrumbEntry
      entry={{ label: t('gates.title'), href: '/accountability/gates' }}
    >
      <BreadcrumbEntry entry={{ label: title, href: pathname }}>
        <header className="acc-head">
          <div className="acc-recordTitle">
            <h1>{title}</h1>
            <ul className="acc-tags">
              <li>{decision.title}</li>
              {decision.title !== gate && (
                <li>
                  <code className="acc-code">{gate}</code>
                </li>
              )}
              <li>
                <ServiceLink entityRef={entityRef}>
                  {refName(entityRef)}
                </ServiceLink>
              </li>
              {commit && (
                <li>
                  <code className="acc-code">{commit.slice(0, 10)}</code>
                </li>
              )}
              <li>{formatInstant(at)}</li>
              {id && (
                <li>
                  <code className="acc-code">{id}</code>
                </li>
              )}
            </ul>
          </div>
        </header>
      </BreadcrumbEntry>
    </BreadcrumbEntry>
  );
}
