import { useApi } from '@backstage/frontend-plugin-api';
import { DecisionResponse } from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { useText } from '../../text';
import { ReasonDialog } from '../form';

const limits = { least: 10, most: 2000 };

/** Asks what a review of going past a gate has found. */
export function ReviewDialog(props: {
  id: string;
  onKept(data: DecisionResponse): void;
  onClose(): void;
}) {
  const t = useText();
  const api = useApi(policyApiRef);
  const { id, onKept, onClose } = props;
  return (
    <ReasonDialog
      title={t('decision.reviewTitle')}
      keep={t('decision.reviewKeep')}
      limits={limits}
      ask={remarks => api.reviewDecision(id, { remarks })}
      onKept={onKept}
      onClose={onClose}
    />
  );
}
