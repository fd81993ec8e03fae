import { useApi } from '@backstage/frontend-plugin-api';
import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { POLL_MS, useAsOf, usePolled } from '../../hooks';
import { Page } from '../page';
import { Answer } from '../states';
import { shortId } from '../timeline/recordName';
import { AffectedSection } from './affected/AffectedSection';
import { OwnersSection } from './affected/OwnersSection';
import { AnswersSection } from './AnswersSection';
import { BurstBanner } from './BurstBanner';
import { CauseSection } from './cause/CauseSection';
import { IncidentHead } from './IncidentHead';
import { IncidentStrip } from './IncidentStrip';
import { MinutesSection } from './minutes/MinutesSection';
import { OverrideSection } from './override/OverrideSection';
import { PastNote } from './PastNote';

const BOXES = [110, 380, [300, 300], [240, 240]];

/** One incident: what broke, minute by minute, why that is known, whom it hit and who answers for it. */
export function IncidentPage(props: { entityRef: string; record: string }) {
  const { entityRef, record } = props;
  const api = useApi(accountabilityApiRef);
  const { at, setAt } = useAsOf();
  const answer = usePolled(() => api.getIncident(entityRef, record, { at }), {
    key: `${entityRef} ${record} ${at}`,
    everyMs: at === undefined ? POLL_MS : undefined,
  });
  return (
    <Page headed>
      <Answer polled={answer} what={shortId(record)} boxes={BOXES}>
        {data => (
          <>
            <PastNote at={at} onNow={() => setAt(undefined)} />
            <Loaded
              data={data}
              at={at}
              now={at ?? answer.refreshedAt ?? Date.now()}
              onChanged={answer.retry}
            />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Loaded(props: {
  data: IncidentResponse;
  at?: number;
  now: number;
  onChanged(): void;
}) {
  const { data, at, now, onChanged } = props;
  return (
    <>
      <IncidentHead data={data} />
      <BurstBanner data={data} />
      <IncidentStrip data={data} now={now} />
      <MinutesSection data={data} now={now} />
      <div className="acc-columns acc-columnsCause">
        <CauseSection data={data} at={at} />
        <OverrideSection
          key={data.incident.id}
          data={data}
          past={at !== undefined}
          onChanged={onChanged}
        />
      </div>
      <div className="acc-columns acc-columnsAffected">
        <AffectedSection data={data} />
        <OwnersSection data={data} />
      </div>
      <AnswersSection data={data} />
    </>
  );
}
