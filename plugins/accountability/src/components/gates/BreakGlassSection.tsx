import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  BreakGlass,
  DecisionResponse,
  GateDecision,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { refName } from '../reading';
import { Section } from '../states';
import { ReviewDialog } from './ReviewDialog';
import { ReviewWords } from './ReviewWords';

/** That somebody went past the gate, why, and how it stands with the review. */
export function BreakGlassSection(props: {
  decision: GateDecision;
  breakGlass: BreakGlass;
  mayReview: boolean;
  onReviewed(data: DecisionResponse): void;
}) {
  const t = useText();
  const { decision, breakGlass, mayReview, onReviewed } = props;
  const [open, setOpen] = useState(false);
  const { reviewed, reason } = breakGlass;
  return (
    <Section
      title={t('decision.wentPast', { group: refName(breakGlass.group) })}
      sub={<ReviewWords breakGlass={breakGlass} asOf={Date.now()} />}
    >
      <p>{t('decision.wentPastBecause', { reason })}</p>
      {reviewed?.remarks && <p className="acc-muted">{reviewed.remarks}</p>}
      {mayReview && !reviewed && decision.id && (
        <div style={{ paddingTop: 12 }}>
          <Button variant="secondary" onPress={() => setOpen(true)}>
            {t('decision.review')}
          </Button>
        </div>
      )}
      {open && decision.id && (
        <ReviewDialog
          id={decision.id}
          onClose={() => setOpen(false)}
          onKept={data => {
            setOpen(false);
            onReviewed(data);
          }}
        />
      )}
    </Section>
  );
}
