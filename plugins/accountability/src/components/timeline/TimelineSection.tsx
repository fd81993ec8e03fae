import { useApi } from '@backstage/frontend-plugin-api';
import { accountabilityApiRef } from '../../api';
import { POLL_MS, usePolled } from '../../hooks';
import { refName } from '../reading';
import { Answer } from '../states';
import { TimelineCard } from './TimelineCard';

const WINDOW_MS = 90 * 86_400_000;

/** The ninety days before an instant: what changed, what broke, and who owned it. */
export function TimelineSection(props: { entityRef: string; at?: number }) {
  const api = useApi(accountabilityApiRef);
  const { entityRef, at } = props;
  const window = at === undefined ? {} : { from: at - WINDOW_MS, to: at };
  const timeline = usePolled(() => api.getTimeline(entityRef, window), {
    key: `${entityRef} ${at}`,
    everyMs: at === undefined ? POLL_MS : undefined,
  });
  return (
    <Answer polled={timeline} what={refName(entityRef)} boxes={[420]}>
      {data => <TimelineCard timeline={data} />}
    </Answer>
  );
}
