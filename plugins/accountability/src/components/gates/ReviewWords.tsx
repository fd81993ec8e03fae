import { BreakGlass } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';

/** That a gate was gone past, and how it stands with the review of it. */
export function ReviewWords(props: { breakGlass: BreakGlass; asOf: number }) {
  const t = useText();
  const { reviewBy, reviewed } = props.breakGlass;
  const words = () => {
    if (reviewed) {
      return t('decisions.reviewed', { at: formatDate(reviewed.at) });
    }
    const at = formatDate(reviewBy);
    return props.asOf > reviewBy
      ? t('decisions.reviewOverdue', { at })
      : t('decisions.reviewDue', { at });
  };
  return (
    <>
      {t('decisions.wentPast')}; {words()}
    </>
  );
}
