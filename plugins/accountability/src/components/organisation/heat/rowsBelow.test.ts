import { OrganisationRow } from 'backstage-plugin-accountability-common';
import {
  organisationRow,
  organisationRows,
  organisationRowsBelow,
} from '../../../fixtures';
import { firstRows, rowsBelow, rowsWithin } from './rowsBelow';

const named = (rows: OrganisationRow[]) =>
  rows.map(({ of, title }) => `${of} ${title}`);

const payments = organisationRow(
  'payments',
  '4/25/25 5/25/25 1/12/40 3/20/20 4/20/20',
);

describe('rows of the heat map', () => {
  it('begin with those that stand under none of the others', () => {
    expect(named(firstRows(organisationRows))).toEqual([
      'tree Commerce',
      'tree Logistics',
      'tree Platform',
      'own Owned by people',
      'unowned No owner that resolves',
    ]);
  });

  it('keep one whose parent did not come with them', () => {
    const lost = organisationRow('lost', '1/1/1 1/1/1 1/1/1 1/1/1 1/1/1', {
      parent: 'group:default/elsewhere',
    });

    expect(firstRows([lost])).toEqual([lost]);
  });

  it('stand below their group, its own services as one of them', () => {
    const below = rowsBelow(organisationRows, 'group:default/platform');

    expect(named(below)).toEqual(['tree Data platform', 'own Platform']);
  });

  it.each([
    { given: 'without the group', rows: organisationRowsBelow },
    {
      given: 'with the group above them',
      rows: [
        payments,
        ...organisationRowsBelow.map(row => ({
          ...row,
          parent: payments.groupRef,
        })),
      ],
    },
    {
      given: 'with what nobody answers for after them',
      rows: [
        ...organisationRowsBelow,
        ...organisationRows.filter(({ of }) => of === 'unowned'),
      ],
    },
  ])('are found in an answer narrowed to a group, $given', ({ rows }) => {
    expect(named(rowsWithin(rows, 'group:default/payments'))).toEqual([
      'tree Payments risk',
      'own Payments',
    ]);
  });

  it('never are their own children', () => {
    const cycle = { ...payments, parent: payments.groupRef };

    expect(rowsBelow([cycle], payments.groupRef)).toEqual([]);
  });
});
