import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  CauseOverrideEntry,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../../api';
import { useText } from '../../../text';
import { ReasonField } from '../../form';
import { DecisionSteps } from './DecisionSteps';
import { DecisionWords } from './DecisionWords';
import { reasonLimits, saysWhy } from './saysWhy';
import { useDecision } from './useDecision';

/** The decision in force, and the way back to what the rule says. */
export function WithdrawalForm(props: {
  data: IncidentResponse;
  decision: CauseOverrideEntry;
  onKept(said: string): void;
}) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const { data, onKept } = props;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const decision = useDecision(
    preview =>
      api.withdrawCause(data.service.entityRef, data.incident.id, {
        reason: reason.trim(),
        ...(preview && { preview }),
      }),
    () => onKept(t('override.keptBack')),
  );
  return (
    <section className="acc-inForce" aria-label={t('override.inForce')}>
      <h3 className="acc-subhead">{t('override.inForce')}</h3>
      <DecisionWords data={data} decision={props.decision} />
      {open ? (
        <form className="acc-form" onSubmit={event => event.preventDefault()}>
          <ReasonField
            value={reason}
            limits={reasonLimits}
            onChange={setReason}
          />
          <DecisionSteps
            data={data}
            decision={decision}
            keep={t('override.withdraw')}
            missing={
              saysWhy(reason) ? undefined : t('override.missingReasonBack')
            }
            onCancel={() => {
              setOpen(false);
              setReason('');
              decision.forget();
            }}
          />
        </form>
      ) : (
        <div>
          <Button variant="secondary" onPress={() => setOpen(true)}>
            {t('override.withdrawOpen')}
          </Button>
        </div>
      )}
    </section>
  );
}
