import { ScorecardResponse } from 'backstage-plugin-accountability-common';
import { formatSpan, useText } from '../../text';
import { Tags } from '../page';
import { AsOfControl } from './AsOfControl';

/** When the page speaks of, and how fresh it is. */
export function ServiceHead(props: {
  scorecard: ScorecardResponse;
  at?: number;
  onChange(at: number | undefined): void;
}) {
  const t = useText();
  const { scorecard, at, onChange } = props;
  const { asOf, newestRecordAt } = scorecard;
  const tags = [
    newestRecordAt === undefined
      ? t('head.noRecord')
      : t('head.newest', {
          age: formatSpan(Math.max(0, asOf - newestRecordAt)),
        }),
    scorecard.recomputed ? t('head.recomputed') : undefined,
    t('head.policy', { digest: scorecard.assessment.policy.slice(0, 8) }),
  ];
  return (
    <>
      <header className="acc-head">
        <Tags tags={tags} />
        <AsOfControl
          asOf={asOf}
          at={at}
          previous={scorecard.previousTransitionAt}
          next={scorecard.nextTransitionAt}
          onChange={onChange}
        />
      </header>
      {!scorecard.policyInForce && (
        <p className="acc-note acc-small">{t('head.otherPolicy')}</p>
      )}
    </>
  );
}
