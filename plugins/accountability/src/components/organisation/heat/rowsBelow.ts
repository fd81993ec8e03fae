import { OrganisationRow } from 'backstage-plugin-accountability-common';

const isGroup = (row: OrganisationRow, groupRef: string | undefined) =>
  row.of === 'tree' && row.groupRef === groupRef;

/** Rows that stand under none of the others. */
export function firstRows(rows: OrganisationRow[]): OrganisationRow[] {
  return rows.filter(
    ({ parent }) => !parent || !rows.some(row => isGroup(row, parent)),
  );
}

/** Rows right below a group; the group's own services are one of them. */
export function rowsBelow(
  rows: OrganisationRow[],
  groupRef: string | undefined,
): OrganisationRow[] {
  return rows.filter(
    row => row.parent && row.parent === groupRef && !isGroup(row, groupRef),
  );
}

/** Rows right below a group in an answer that is narrowed to it, where the group itself may stand above them or not. */
export function rowsWithin(
  rows: OrganisationRow[],
  groupRef: string,
): OrganisationRow[] {
  const below = rowsBelow(rows, groupRef);
  return below.length > 0
    ? below
    : firstRows(rows).filter(
        row => !isGroup(row, groupRef) && row.of !== 'unowned',
      );
}
