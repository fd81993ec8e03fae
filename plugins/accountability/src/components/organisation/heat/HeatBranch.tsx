import { useState } from 'react';
import { OrganisationRow } from 'backstage-plugin-accountability-common';
import { OrganisationQuery } from '../useOrganisationQuery';
import { HeatRow } from './HeatRow';
import { LoadedBranches } from './LoadedBranches';
import { rowsBelow } from './rowsBelow';

/** A row and, while it is open, those below it: from the same answer, or from one of its own. */
export function HeatBranch(props: {
  row: OrganisationRow;
  /** The rows of the answer it is of. */
  rows: OrganisationRow[];
  depth: number;
  query: OrganisationQuery;
}) {
  const { row, rows, depth, query } = props;
  const { groupRef, of } = row;
  const below = of === 'tree' ? rowsBelow(rows, groupRef) : [];
  const [open, setOpen] = useState(below.length > 0);
  const folds = of === 'tree' && (row.groups > 0 || below.length > 0);
  return (
    <>
      <HeatRow
        row={row}
        depth={depth}
        query={query}
        fold={folds ? { open, toggle: () => setOpen(!open) } : undefined}
      />
      {folds && open && below.length === 0 && groupRef && (
        <LoadedBranches
          groupRef={groupRef}
          title={row.title}
          depth={depth + 1}
          query={query}
        />
      )}
      {open &&
        below.map(each => (
          <HeatBranch
            key={`${each.of} ${each.groupRef}`}
            row={each}
            rows={rows}
            depth={depth + 1}
            query={query}
          />
        ))}
    </>
  );
}
