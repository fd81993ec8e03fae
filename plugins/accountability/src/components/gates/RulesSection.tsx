import {
  GateDecision,
  GateFact,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';
import { formatDate, formatInstant, formatNumber, useText } from '../../text';
import { Section } from '../states';
import { ScrollBox } from '../table';
import { RuleClauses } from './RuleClauses';
import { RuleMark } from './RuleMark';
import { useRuleWord } from './useRuleWord';

const order = ['fail', 'error', 'unknown', 'exempt', 'pass', 'skip'] as const;

/** Rules in order of effect, each clause with its value and limit. */
export function RulesSection({ decision }: { decision: GateDecision }) {
  const t = useText();
  const { rules, facts } = decision;
  const word = useRuleWord();
  const words = order.flatMap(outcome =>
    rules.filter(rule => rule.outcome === outcome).map(word),
  );
  const parts = [...new Set(words)]
    .map(each => {
      const count = words.filter(other => other === each).length;
      return `${count} ${each.toLocaleLowerCase('en')}`;
    })
    .join(', ');
  return (
    <Section
      title={t('decision.rules')}
      sub={t('decision.rulesSub', {
        count: rules.length,
        number: formatNumber(rules.length),
        parts,
      })}
    >
      <ScrollBox label={t('decision.rules')}>
        <table className="acc-table acc-rows" aria-label={t('decision.rules')}>
          <thead>
            <tr>
              <th style={{ minWidth: 96 }}>{t('decision.result')}</th>
              <th style={{ minWidth: 180 }}>{t('decision.rule')}</th>
              <th style={{ minWidth: 70 }}>{t('decision.mode')}</th>
              <th style={{ minWidth: 280 }}>{t('decision.why')}</th>
              <th style={{ minWidth: 140 }}>{t('decision.effect')}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(rule => (
              <Row key={rule.rule} rule={rule} facts={facts} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Section>
  );
}

function Row(props: { rule: GateRuleResult; facts: GateFact[] }) {
  const t = useText();
  const { rule, facts } = props;
  return (
    <tr>
      <td data-label={t('decision.result')}>
        <RuleMark rule={rule} />
      </td>
      <th scope="row">
        {rule.title}
        <div className="acc-code acc-muted">{rule.rule}</div>
      </th>
      <td data-label={t('decision.mode')}>{t(`mode.${rule.mode}`)}</td>
      <td data-label={t('decision.clauses')}>
        <RuleClauses rule={rule} facts={facts} />
      </td>
      <td data-label={t('decision.effect')}>
        <Effect rule={rule} />
      </td>
    </tr>
  );
}

function Effect({ rule }: { rule: GateRuleResult }) {
  const t = useText();
  const { effect, countedAs, exemption, enforceFrom } = rule;
  const words = {
    deny: t('decision.denies'),
    warn: t('decision.warns'),
    allow: t('decision.allows'),
    none: t('decision.noEffect'),
  };
  return (
    <>
      <span className={effect === 'deny' ? 'acc-strong' : 'acc-muted'}>
        {words[effect]}
      </span>
      {countedAs && (
        <div className="acc-label">
          {t('decision.counted', { as: t(`countedAs.${countedAs}`) })}
        </div>
      )}
      {exemption && (
        <div className="acc-label">
          {t('decision.exemptUntil', { at: formatInstant(exemption.until) })}
        </div>
      )}
      {enforceFrom !== undefined && (
        <div className="acc-label">
          {t('decision.enforcedFrom', { at: formatDate(enforceFrom) })}
        </div>
      )}
    </>
  );
}
