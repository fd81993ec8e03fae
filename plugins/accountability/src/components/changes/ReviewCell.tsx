import { ServiceChange } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';

/** How many approved and remarked, never who; and a hint where nobody can have read it. */
export function ReviewCell({ change }: { change: ServiceChange }) {
  const t = useText();
  const { remarks } = change;
  return (
    <>
      <Approvals change={change} />
      <div className="acc-label">
        {remarks === undefined
          ? t('changes.remarksUnknown')
          : t('changes.remarks', { count: remarks })}
      </div>
    </>
  );
}

function Approvals({ change }: { change: ServiceChange }) {
  const t = useText();
  const { approvals, approvalsSeen } = change;
  const words = (count: number) => t('outcome.approvals', { count });
  if (approvals !== undefined) return <>{words(approvals)}</>;
  if (approvalsSeen === undefined) return <>{t('outcome.approvalsUnknown')}</>;
  return (
    <>{t('changes.atLeastApprovals', { approvals: words(approvalsSeen) })}</>
  );
}
