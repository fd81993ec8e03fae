import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  DecisionResponse,
  decisionReadPermission,
} from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { useText } from '../../text';
import { Page } from '../page';
import { Answer } from '../states';
import { BreakGlassSection } from './BreakGlassSection';
import { DecisionHead } from './DecisionHead';
import { FactsSection } from './FactsSection';
import { ProofCards } from './ProofCards';
import { RulesSection } from './RulesSection';
import { VerdictStrip } from './VerdictStrip';

/** One decision of a gate: the verdict, what would change it, why, on what, and by which policy. */
export function DecisionPage({ id }: { id: string }) {
  const t = useText();
  const api = useApi(policyApiRef);
  const [reviewed, setReviewed] = useState<DecisionResponse>();
  const polled = usePolled(() => api.getDecision(id), { key: id });
  return (
    <Page headed>
      <Answer
        polled={polled}
        what={t('gates.whatDecision')}
        permission={decisionReadPermission.name}
        boxes={[120, 320, 240]}
      >
        {data => <Decision data={reviewed ?? data} onReviewed={setReviewed} />}
      </Answer>
    </Page>
  );
}

function Decision(props: {
  data: DecisionResponse;
  onReviewed(data: DecisionResponse): void;
}) {
  const { data, onReviewed } = props;
  const { decision } = data;
  return (
    <>
      <DecisionHead decision={decision} />
      <VerdictStrip decision={decision} />
      {decision.breakGlass && (
        <BreakGlassSection
          decision={decision}
          breakGlass={decision.breakGlass}
          mayReview={data.mayReview}
          onReviewed={onReviewed}
        />
      )}
      <RulesSection decision={decision} />
      <FactsSection facts={decision.facts} />
      <ProofCards decision={decision} />
    </>
  );
}
