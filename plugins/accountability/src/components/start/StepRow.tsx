import { useId } from 'react';
import { FirstStep } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { StepGuide } from './StepGuide';
import { StepMark } from './StepMark';
import { useStepCount } from './useStepCount';

/** One step: whether it is done, what there is of it, and, opened, what to do. */
export function StepRow(props: {
  step: FirstStep;
  open: boolean;
  onToggle(): void;
}) {
  const t = useText();
  const id = useId();
  const { step, open, onToggle } = props;
  const title = t(`firstStep.${step.step}`);
  const count = useStepCount(step);
  return (
    <li className="acc-startStep" id={step.step}>
      <StepMark state={step.state} />
      <div>
        <h3 className="acc-strong acc-startTitle">{title}</h3>
        <p className="acc-label">{count}</p>
      </div>
      <button
        type="button"
        className="acc-link acc-textButton acc-nowrap"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={t(open ? 'firstSteps.closeLabel' : 'firstSteps.openLabel', {
          step: title,
        })}
        onClick={onToggle}
      >
        {open ? t('firstSteps.close') : t('firstSteps.open')}
      </button>
      {open && (
        <div id={id} className="acc-startGuide">
          <StepGuide step={step.step} />
        </div>
      )}
    </li>
  );
}
