import { useApi } from '@backstage/frontend-plugin-api';
import { accountabilityApiRef } from '../../api';
import { RecordTable } from '../evidence/RecordTable';
import { usePolled } from '../../hooks';
import { Answer } from '../states';
import { shortId } from '../timeline/recordName';

/** The record of a single value and those it is linked to, asked for once it is opened. */
export function ValueRecord(props: {
  entityRef: string;
  record: string;
  at?: number;
}) {
  const api = useApi(accountabilityApiRef);
  const { entityRef, record, at } = props;
  const answer = usePolled(() => api.getEvidence(entityRef, { record, at }), {
    key: `${entityRef} ${record} ${at}`,
  });
  return (
    <Answer polled={answer} what={shortId(record)} boxes={[90]}>
      {({ records, service }) => (
        <RecordTable entityRef={service.entityRef} records={records} />
      )}
    </Answer>
  );
}
