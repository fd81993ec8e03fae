import { Assessment, FactValue } from 'backstage-plugin-accountability-common';
import { printQuantity, quantity, useText } from '../../text';
import { EvidenceButton } from '../evidence';
import { StatusMark } from '../marks';
import { MetricButton } from '../metric';
import { allChecks } from '../reading';
import { Section } from '../states';

/** Facts that no check reads: known or not, they are shown, and judge nothing. */
export function ContextFacts(props: { assessment: Assessment; at?: number }) {
  const t = useText();
  const { assessment, at } = props;
  const read = new Set(allChecks(assessment).flatMap(check => check.facts));
  const facts = assessment.facts.filter(fact => !read.has(fact.id));
  if (facts.length === 0) return null;
  return (
    <Section title={t('facts.title')} sub={t('facts.sub')}>
      <div className="acc-scroll">
        <table className="acc-table" aria-label={t('facts.title')}>
          <thead>
            <tr>
              <th style={{ minWidth: 210 }}>{t('facts.fact')}</th>
              <th>{t('facts.value')}</th>
              <th>{t('facts.why')}</th>
              <th className="acc-right">{t('facts.evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map(fact => (
              <tr key={fact.id}>
                <th scope="row">
                  <MetricButton
                    entityRef={assessment.entityRef}
                    fact={fact}
                    at={at}
                  />
                </th>
                <td className="acc-strong acc-nowrap">
                  <FactCell fact={fact} />
                </td>
                <td className="acc-muted">{fact.because}</td>
                <td className="acc-right">
                  <EvidenceButton
                    entityRef={assessment.entityRef}
                    title={fact.id}
                    facts={[fact]}
                    at={at}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function FactCell({ fact }: { fact: FactValue }) {
  if (fact.status === 'unknown') return <StatusMark status="unknown" />;
  return <>{printQuantity(quantity(fact.value, fact.unit))}</>;
}
