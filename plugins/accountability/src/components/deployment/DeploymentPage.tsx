import { useApi } from '@backstage/frontend-plugin-api';
import { accountabilityApiRef } from '../../api';
import { POLL_MS, usePolled } from '../../hooks';
import { Page } from '../page';
import { Answer } from '../states';
import { shortId } from '../timeline/recordName';
import { ChargesSection } from './ChargesSection';
import { ContentsSection } from './ContentsSection';
import { DeploymentHead } from './DeploymentHead';
import { DeploymentStrip } from './DeploymentStrip';
import { NeighboursSection } from './NeighboursSection';

const BOXES = [110, 260, [160, 160]];

/** One deployment: what it brought, what it undid, what it is charged with and who owned the service then. */
export function DeploymentPage(props: { entityRef: string; record: string }) {
  const { entityRef, record } = props;
  const api = useApi(accountabilityApiRef);
  const answer = usePolled(() => api.getDeployment(entityRef, record), {
    key: `${entityRef} ${record}`,
    everyMs: POLL_MS,
  });
  return (
    <Page headed>
      <Answer polled={answer} what={shortId(record)} boxes={BOXES}>
        {data => (
          <>
            <DeploymentHead data={data} />
            <DeploymentStrip
              data={data}
              now={answer.refreshedAt ?? Date.now()}
            />
            <ContentsSection data={data} />
            <div className="acc-columns acc-columnsAffected">
              <ChargesSection data={data} />
              <NeighboursSection data={data} />
            </div>
          </>
        )}
      </Answer>
    </Page>
  );
}
