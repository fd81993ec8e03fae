import { ServiceChange } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';

/** How many approved and remarked, never who; and a hint where nobody can have read it. */
export function ReviewCell({ change }: { change: ServiceChange }) {
  const t = useText();
  const { approvals, remarks } = change;
  return (
    <>
      {approvals === undefined
        ? t('outcome.approvalsUnknown')
        : t('outcome.approvals', { count: approvals })}
      <div className="acc-label">
        {remarks === undefined
          ? t('changes.remarksUnknown')
          : t('changes.remarks', { count: remarks })}
      </div>
    </>
  );
}
