import { PolicyStatusResponse } from 'backstage-plugin-accountability-common';

type Documents = Pick<PolicyStatusResponse, 'documents'>;

/** Documents of a kind that are in force, be it as they were before a fault. */
export function inForce({ documents }: Documents, kind: 'Scorecard' | 'Gate') {
  return documents.filter(
    one => one.kind === kind && ['active', 'kept'].includes(one.state),
  );
}
