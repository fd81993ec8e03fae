import { GateFact } from 'backstage-plugin-accountability-common';
import { formatSpan, printQuantity, quantity, useText } from '../../text';
import { EmptySentence, Section } from '../states';
import { ScrollBox } from '../table';
import { AgeBar } from './AgeBar';

/** Facts that a decision read, each with its age against the age it may have. */
export function FactsSection({ facts }: { facts: GateFact[] }) {
  const t = useText();
  return (
    <Section title={t('decision.facts')} sub={t('decision.factsSub')}>
      {facts.length === 0 ? (
        <EmptySentence>{t('decision.noFacts')}</EmptySentence>
      ) : (
        <ScrollBox label={t('decision.facts')}>
          <table
            className="acc-table acc-rows"
            aria-label={t('decision.facts')}
          >
            <thead>
              <tr>
                <th style={{ minWidth: 200 }}>{t('decision.fact')}</th>
                <th style={{ minWidth: 260 }}>{t('decision.value')}</th>
                <th style={{ minWidth: 70 }}>{t('decision.age')}</th>
                <th style={{ minWidth: 180 }}>{t('decision.ofAllowed')}</th>
              </tr>
            </thead>
            <tbody>
              {facts.map(fact => (
                <Row key={fact.fact} fact={fact} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Section>
  );
}

function Row({ fact }: { fact: GateFact }) {
  const t = useText();
  const { unit, value, because, ageMs, maxAgeMs } = fact;
  const tooOld = ageMs > maxAgeMs;
  const span = formatSpan(maxAgeMs);
  return (
    <tr>
      <th scope="row">
        <code className="acc-code">{fact.fact}</code>
      </th>
      <td data-label={t('decision.value')}>
        <span className="acc-strong">
          {value === undefined || !unit
            ? t('checks.unknownValue')
            : printQuantity(quantity(value, unit, t))}
        </span>
        <div className="acc-label">{because}</div>
      </td>
      <td className="acc-nowrap" data-label={t('decision.age')}>
        {formatSpan(ageMs)}
      </td>
      <td data-label={t('decision.ofAllowed')}>
        <span className="acc-inline acc-label">
          <AgeBar share={maxAgeMs > 0 ? ageMs / maxAgeMs : 1} />
          {tooOld
            ? t('decision.expired', { span })
            : t('decision.allowed', { span })}
        </span>
      </td>
    </tr>
  );
}
