/** Something in the catalog that stands in the way of knowing who owns what. */
export interface OwnershipProblem {
  /** The service, group or owner it is about. */
  entityRef: string;
  problem:
    | 'no-owner'
    | 'unresolved-owner'
    | 'no-such-entity'
    | 'missing-parent'
    | 'group-cycle'
    | 'unknown-zone'
    | 'unreadable-window'
    | 'unreadable-project';
  /** One sentence that says what to mend. */
  because: string;
}
