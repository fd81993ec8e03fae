import { Box } from '@backstage/ui';
import {
  GateDecision,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { StatusIcon } from '../marks';
import { OnRecordPart } from './OnRecordPart';
import { outcomeShape } from './OutcomeMark';

/** The verdict, and the steps that would change it. */
export function VerdictStrip({ decision }: { decision: GateDecision }) {
  const t = useText();
  const { outcome, because, rules } = decision;
  const shape = outcomeShape[outcome];
  return (
    <Box
      as="section"
      bg="neutral"
      className="acc-card acc-strip"
      aria-label={t('decision.verdict')}
    >
      <div className={`acc-stripPart acc-verdict acc-verdict-${outcome}`}>
        <span className="acc-small">{t('decision.verdict')}</span>
        <span className="acc-stripValue acc-big">
          <StatusIcon status={shape} />
          {t(`gateOutcome.${outcome}`)}
        </span>
        <span className="acc-small">{because}</span>
      </div>
      <ToPass rules={rules} outcome={outcome} />
      {outcome !== 'allow' && <OnRecordPart decision={decision} />}
    </Box>
  );
}

function ToPass(props: {
  rules: GateRuleResult[];
  outcome: GateDecision['outcome'];
}) {
  const t = useText();
  const { rules, outcome } = props;
  const effect = outcome === 'deny' ? 'deny' : 'warn';
  const steps = rules.filter(rule => rule.effect === effect);
  return (
    <div className="acc-stripPart acc-stripWide">
      <span className="acc-label">{t('decision.toPass')}</span>
      {steps.length === 0 ? (
        <span>{t('decision.nothing')}</span>
      ) : (
        <>
          {outcome !== 'deny' && <span>{t('decision.warned')}</span>}
          <ol className="acc-steps">
            {steps.map(rule => (
              <li key={rule.rule}>
                {rule.remediation ?? `${rule.title}: ${rule.because}`}
              </li>
            ))}
          </ol>
          <span className="acc-label">{t('decision.thenAsk')}</span>
        </>
      )}
    </div>
  );
}
