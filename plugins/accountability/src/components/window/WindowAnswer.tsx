import { useApi } from '@backstage/frontend-plugin-api';
import { accountabilityApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { refName } from '../reading';
import { Answer } from '../states';
import { WindowPanel } from './WindowPanel';

/** Asks for W of a service and shows what is answered, or what stands in its place. */
export function WindowAnswer(props: { entityRef: string; at?: number }) {
  const api = useApi(accountabilityApiRef);
  const { entityRef, at } = props;
  const answer = usePolled(() => api.getAttributionWindow(entityRef, { at }), {
    key: `${entityRef} ${at}`,
  });
  return (
    <Answer polled={answer} what={refName(entityRef)} boxes={[60, 180, 120]}>
      {data => <WindowPanel data={data} />}
    </Answer>
  );
}
