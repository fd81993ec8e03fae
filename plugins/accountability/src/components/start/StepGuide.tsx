import { FirstStepId } from 'backstage-plugin-accountability-common';
import { Link } from 'react-router-dom';
import { usePluginUrl, useRootPath } from '../../hooks';
import { useText } from '../../text';
import { CopyBlock } from './CopyBlock';
import { guideOf } from './guideOf';

/** Below which path of ours a step shows. */
const pages: Record<FirstStepId, string> = {
  services: 'overview',
  source: 'sources',
  records: 'unowned',
  policy: 'policy',
  level: 'scorecards',
  gate: 'gates',
};

/** What to do for a step, with text to copy, and where it shows. */
export function StepGuide({ step }: { step: FirstStepId }) {
  const t = useText();
  const url = usePluginUrl();
  const root = useRootPath();
  return (
    <>
      <ol className="acc-steps">
        {guideOf(step, url).map(({ says, code }) => {
          const what = t(`firstStepGuide.${says}`);
          return (
            <li key={says}>
              {what}
              {code !== undefined && <CopyBlock what={what}>{code}</CopyBlock>}
            </li>
          );
        })}
      </ol>
      <p className="acc-startSee">
        <Link className="acc-link" to={`${root}/${pages[step]}`}>
          {t('firstSteps.see', { page: t(`firstStepPage.${step}`) })}
        </Link>
      </p>
    </>
  );
}
