import { Button } from '@backstage/ui';
import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { EffectList } from './EffectList';
import { Decision } from './useDecision';
import { Trouble } from '../../states';

/** Two steps: see what would change, then keep it or leave it. */
export function DecisionSteps(props: {
  data: IncidentResponse;
  decision: Decision;
  /** What the button that keeps it says. */
  keep: string;
  /** Why there is nothing to look at yet; absent where there is. */
  missing?: string;
  onCancel(): void;
}) {
  const t = useText();
  const { data, decision, keep, missing, onCancel } = props;
  const { effect, trouble, busy } = decision;
  return (
    <>
      {effect && <EffectList data={data} effect={effect} />}
      <Trouble>{trouble}</Trouble>
      <div className="acc-controls">
        {effect ? (
          <Button
            isPending={busy}
            isDisabled={missing !== undefined}
            onPress={decision.keep}
          >
            {keep}
          </Button>
        ) : (
          <Button
            isPending={busy}
            isDisabled={missing !== undefined}
            onPress={decision.preview}
          >
            {t('override.preview')}
          </Button>
        )}
        <Button variant="secondary" onPress={onCancel}>
          {t('override.cancel')}
        </Button>
      </div>
      {missing && <p className="acc-label">{missing}</p>}
    </>
  );
}
