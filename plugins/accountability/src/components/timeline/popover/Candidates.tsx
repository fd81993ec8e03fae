import {
  Attribution,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { formatNumber, formatSpan, useText } from '../../../text';
import { nameById } from '../../record/nameById';

const SHOWN = 3;

/** Deployments that could have been the cause, and why each was not taken. */
export function Candidates(props: {
  attribution: Attribution;
  records: ServiceRecord[];
}) {
  const t = useText();
  const { attribution, records } = props;
  const name = nameById(records);
  return (
    <>
      <dt>{t('popover.candidates')}</dt>
      <dd>
        {attribution.candidates.slice(0, SHOWN).map(candidate => (
          <div key={candidate.record}>
            {t('popover.candidate', {
              record: name(candidate.record),
              lag: formatSpan(candidate.lagMs),
              confidence: formatNumber(candidate.confidence, 2),
              whyNot: candidate.whyNot,
            })}
          </div>
        ))}
      </dd>
    </>
  );
}
