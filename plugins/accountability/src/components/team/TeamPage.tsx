import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { RollupResponse } from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import {
  Pages,
  POLL_MS,
  usePages,
  usePolled,
  useRefreshOnSignal,
} from '../../hooks';
import { formatInstant, useText } from '../../text';
import { refName } from '../reading';
import { Answer } from '../states';
import { DueSection } from './due/DueSection';
import { HandOversTable } from './HandOversTable';
import { OnCallSection } from './onCall/OnCallSection';
import { OwnershipSection } from './ownership/OwnershipSection';
import { RollupService, ServicesTable } from './ServicesTable';
import { TeamStrip } from './TeamStrip';
import { TeamTiles } from './TeamTiles';
import { TransitionsTable } from './TransitionsTable';
import { WorthSection } from './WorthSection';

const BOXES = [110, [130, 130, 130, 130, 130], 320, 240];

/** Everything Accountability says of a group and the groups below it. */
export function TeamPage({ groupRef }: { groupRef: string }) {
  const api = useApi(accountabilityApiRef);
  const rollup = usePolled(() => api.getRollup(groupRef), {
    key: groupRef,
    everyMs: POLL_MS,
  });
  // With a further page there are services of the group that are not known here.
  const { services, nextCursor } = rollup.data ?? {};
  useRefreshOnSignal(rollup.retry, {
    entityRefs: nextCursor ? undefined : services?.map(one => one.entityRef),
  });
  const load = useCallback(
    async (cursor: string) => {
      const page = await api.getRollup(groupRef, { cursor });
      return { items: page.services, nextCursor: page.nextCursor };
    },
    [api, groupRef],
  );
  const pages = usePages(load, {
    key: groupRef,
    firstCursor: rollup.data?.nextCursor,
  });
  return (
    <div className="acc-stack acc-team">
      <Answer polled={rollup} what={refName(groupRef)} boxes={BOXES}>
        {data => <Loaded rollup={data} pages={pages} />}
      </Answer>
    </div>
  );
}

function Loaded(props: {
  rollup: RollupResponse;
  pages: Pages<RollupService>;
}) {
  const { rollup, pages } = props;
  const t = useText();
  const { groupRef } = rollup.team;
  return (
    <>
      <p className="acc-muted" style={{ margin: 0 }}>
        {t('asOf.button', { at: formatInstant(rollup.asOf) })}
      </p>
      <TeamStrip rollup={rollup} />
      <TeamTiles burdens={rollup.burdens} groupRef={groupRef} />
      <div className="acc-columns acc-columnsDue">
        <DueSection groupRef={groupRef} />
        <OnCallSection groupRef={groupRef} />
      </div>
      <TransitionsTable transitions={rollup.transitions} to={rollup.asOf} />
      <HandOversTable handOvers={rollup.handOvers} />
      <ServicesTable rollup={rollup} pages={pages} />
      <OwnershipSection groupRef={groupRef} />
      <WorthSection groupRef={groupRef} />
    </>
  );
}
