import { useApi } from '@backstage/frontend-plugin-api';
import { GateDecision } from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { useText } from '../../text';
import { AskExemptionButton } from '../exemptions';
import { refName } from '../reading';

/** Ways past a gate that are written down: an exemption, and breaking the glass. */
export function OnRecordPart({ decision }: { decision: GateDecision }) {
  const t = useText();
  const { gate, entityRef, rules } = decision;
  const checks = rules
    .filter(({ effect, rule }) => effect !== 'allow' && rule.includes('/'))
    .filter(({ effect }) => effect !== 'none')
    .map(({ rule, title, severity }) => {
      const [scorecard, check] = rule.split('/');
      return { scorecard, check, title, severity };
    });
  return (
    <div className="acc-stripPart">
      <span className="acc-label">{t('decision.onRecord')}</span>
      {checks.length > 0 && (
        <div>
          <AskExemptionButton entityRef={entityRef} checks={checks} />
        </div>
      )}
      <span className="acc-label">
        <BreakGlassWords gate={gate} />
      </span>
    </div>
  );
}

function BreakGlassWords({ gate }: { gate: string }) {
  const t = useText();
  const api = useApi(policyApiRef);
  const { data } = usePolled(() => api.getGates(), { key: 'gates' });
  const found = data?.gates.find(each => each.gate === gate);
  if (!found) return null;
  const groups = found.breakGlassFor.map(refName).join(', ');
  return (
    <>
      {groups
        ? t('decision.breakGlass', { groups })
        : t('decision.noBreakGlass')}
    </>
  );
}
