import { GateDecision } from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../text';
import { PageHead } from '../page';
import { refName } from '../reading';
import { ServiceLink } from '../record';

/** Which gate decided on what, and when. */
export function DecisionHead({ decision }: { decision: GateDecision }) {
  const t = useText();
  const { id, gate, entityRef, commit, at } = decision;
  const code = (text?: string) =>
    text && <code className="acc-code">{text}</code>;
  return (
    <PageHead
      parent={{ label: t('gates.title'), href: '/accountability/gates' }}
      title={t('decision.title', { service: refName(entityRef) })}
      tags={[
        decision.title,
        decision.title !== gate && code(gate),
        <ServiceLink key="service" entityRef={entityRef}>
          {refName(entityRef)}
        </ServiceLink>,
        code(commit?.slice(0, 10)),
        formatInstant(at),
        code(id),
      ]}
    />
  );
}
