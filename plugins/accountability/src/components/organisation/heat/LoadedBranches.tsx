import { ReactNode } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import { useText } from '../../../text';
import { Trouble } from '../../states';
import { useOrganisation } from '../useOrganisation';
import { OrganisationQuery } from '../useOrganisationQuery';
import { HeatBranch } from './HeatBranch';
import { rowsWithin } from './rowsBelow';

/** Name, five burdens and coverage. */
const COLUMNS = 7;

/** The rows below a group that came without them, read when it is opened and as fresh as the page. */
export function LoadedBranches(props: {
  groupRef: string;
  title: string;
  depth: number;
  query: OrganisationQuery;
}) {
  const t = useText();
  const { groupRef, title, depth, query } = props;
  const { data, error, retry } = useOrganisation({
    ...query.filter,
    group: groupRef,
  });
  if (!data && error) {
    return (
      <Line>
        <Trouble>{t('heat.failed', { title, because: error.message })}</Trouble>
        <Button variant="secondary" size="small" onPress={retry}>
          {t('state.retry')}
        </Button>
      </Line>
    );
  }
  if (!data) {
    return (
      <Line>
        <div role="status" aria-label={t('heat.loading', { title })}>
          <Skeleton width="100%" height={44} />
        </div>
      </Line>
    );
  }
  const rows = rowsWithin(data.rows, groupRef);
  if (rows.length === 0) {
    return (
      <Line>
        <span className="acc-muted">{t('heat.noneBelow', { title })}</span>
      </Line>
    );
  }
  return (
    <>
      {rows.map(row => (
        <HeatBranch
          key={`${row.of} ${row.groupRef}`}
          row={row}
          rows={data.rows}
          depth={depth}
          query={query}
        />
      ))}
    </>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <tr>
      <td colSpan={COLUMNS}>{children}</td>
    </tr>
  );
}
