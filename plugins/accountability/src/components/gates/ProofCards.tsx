import { ReactNode } from 'react';
import { GateDecision } from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../text';
import { OwnerName } from '../service/OwnerName';
import { EmptySentence, Section } from '../states';

/** What was exempt, what was asked, and by which policy and evidence it was decided. */
export function ProofCards({ decision }: { decision: GateDecision }) {
  return (
    <div className="acc-columns acc-columns3">
      <Exemptions decision={decision} />
      <Request decision={decision} />
      <Proof decision={decision} />
    </div>
  );
}

function Terms({ terms }: { terms: [string, ReactNode][] }) {
  return (
    <dl className="acc-facts">
      {terms.map(([name, value]) => (
        <div key={name} className="acc-term">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Exemptions({ decision }: { decision: GateDecision }) {
  const t = useText();
  const used = decision.rules.flatMap(({ title, rule, exemption }) =>
    exemption ? [{ title, rule, ...exemption }] : [],
  );
  return (
    <Section title={t('decision.exemptions')}>
      {used.length === 0 && (
        <EmptySentence>{t('decision.noExemptions')}</EmptySentence>
      )}
      <ul className="acc-sentences">
        {used.map(({ id, title, rule, until }) => (
          <li key={rule}>
            {title}
            <div className="acc-label">
              <code className="acc-code">{id}</code>,{' '}
              {t('decision.ends', { at: formatInstant(until) })}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Request({ decision }: { decision: GateDecision }) {
  const t = useText();
  const { point, environment, commit, artifact, labels = [], owner } = decision;
  const told = (value?: string) =>
    value ?? <span className="acc-muted">{t('decision.notTold')}</span>;
  return (
    <Section title={t('decision.request')}>
      <Terms
        terms={[
          [t('decision.point'), point],
          [t('decision.environment'), told(environment)],
          [t('decision.commit'), told(commit)],
          [t('decision.artifact'), told(artifact)],
          [t('decision.labels'), told(labels.join(', ') || undefined)],
          [t('decision.owner'), <OwnerName key="owner" owner={owner} />],
        ]}
      />
    </Section>
  );
}

/** Enough of a digest to tell it from another; the whole of it is in the title. */
function Digest({ value }: { value: string }) {
  return (
    <code className="acc-code" title={value}>
      sha256:{value.slice(0, 12)}
    </code>
  );
}

function Proof({ decision }: { decision: GateDecision }) {
  const t = useText();
  const { policy, engines, evidence, failurePolicy } = decision;
  return (
    <Section title={t('decision.proof')}>
      <Terms
        terms={[
          [t('decision.policy'), <Digest key="policy" value={policy} />],
          [
            t('decision.engine'),
            engines.map(({ id, version }) => `${id} ${version}`).join(', '),
          ],
          [t('decision.evidence'), <Digest key="evidence" value={evidence} />],
          [
            t('decision.unclear'),
            t('gates.unclearOf', {
              unknown: t(`countedAs.${failurePolicy.onUnknown}`),
              error: t(`countedAs.${failurePolicy.onError}`),
              engine: t(`countedAs.${failurePolicy.onEngineError}`),
            }),
          ],
        ]}
      />
    </Section>
  );
}
