import { useApi } from '@backstage/frontend-plugin-api';
import { ScorecardResponse } from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { POLL_MS, useAsOf, usePolled, useRefreshOnSignal } from '../../hooks';
import { AttestationSection } from '../attestation';
import { ChangesLink } from '../changes';
import { ChecksTable } from '../checks';
import { refName } from '../reading';
import { Answer } from '../states';
import { TimelineSection } from '../timeline';
import { AttributionWindowSection } from '../window';
import { BurdenTiles } from './BurdenTiles';
import { ContextFacts } from './ContextFacts';
import { OwnerSpans } from './OwnerSpans';
import { ServiceHead } from './ServiceHead';
import { VerdictStrip } from './VerdictStrip';

const BOXES = [116, [258, 258, 258, 258, 258], 420, 300];

/** Everything Accountability says of one service, now or as of a past instant. */
export function ServicePage({ entityRef }: { entityRef: string }) {
  const api = useApi(accountabilityApiRef);
  const { at, setAt } = useAsOf();
  const scorecard = usePolled(() => api.getScorecard(entityRef, { at }), {
    key: `${entityRef} ${at}`,
    everyMs: at === undefined ? POLL_MS : undefined,
  });
  useRefreshOnSignal(scorecard.retry, {
    entityRefs: [entityRef],
    paused: at !== undefined,
  });
  return (
    <div className="acc-stack">
      <Answer polled={scorecard} what={refName(entityRef)} boxes={BOXES}>
        {data => (
          <Loaded
            entityRef={entityRef}
            scorecard={data}
            at={at}
            onAsOf={setAt}
          />
        )}
      </Answer>
    </div>
  );
}

function Loaded(props: {
  entityRef: string;
  scorecard: ScorecardResponse;
  at?: number;
  onAsOf(at: number | undefined): void;
}) {
  const { entityRef, scorecard, at, onAsOf } = props;
  const { assessment, spans } = scorecard;
  return (
    <>
      <ServiceHead scorecard={scorecard} at={at} onChange={onAsOf} />
      <VerdictStrip scorecard={scorecard} past={at !== undefined} />
      <BurdenTiles scorecard={scorecard} at={at} />
      <ChangesLink entityRef={entityRef} at={at} />
      <TimelineSection entityRef={entityRef} at={at} />
      <ChecksTable assessment={assessment} at={at} />
      <ContextFacts assessment={assessment} at={at} />
      <AttributionWindowSection entityRef={entityRef} at={at} />
      <AttestationSection entityRef={entityRef} at={at} />
      <OwnerSpans spans={spans} />
    </>
  );
}
