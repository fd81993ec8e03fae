import '../../theme/start.css';
import { useEffect } from 'react';
import { FirstStepsResponse } from 'backstage-plugin-accountability-common';
import { useKeptFlag } from '../../hooks';
import { useText } from '../../text';
import { StartLink } from '../links';
import { Section } from '../states';
import { StepMark } from './StepMark';
import { countDone } from './countDone';
import { useFirstSteps } from './useFirstSteps';
import { useStepCount } from './useStepCount';

/** How often the panel is read again: steps are taken by hand. */
const EVERY_MS = 60_000;

/** What is next, above the overview, while a step is to do; not asked about any more once all were done. */
export function StartPanel() {
  const [done, keepDone] = useKeptFlag('firstStepsDone');
  if (done !== false) return null;
  return <Open onDone={() => keepDone(true)} />;
}

function Open({ onDone }: { onDone(): void }) {
  const { data } = useFirstSteps({ everyMs: EVERY_MS });
  const done = data?.done ?? false;
  useEffect(() => {
    if (done) onDone();
  }, [done, onDone]);
  const open = data?.steps.some(({ state }) => state === 'todo');
  // What may not be seen, or did not come, is no reason to push the overview down.
  if (!data || !open) return null;
  return <Panel data={data} />;
}

function Panel({ data }: { data: FirstStepsResponse }) {
  const t = useText();
  const [folded, fold] = useKeptFlag('firstStepsFolded');
  if (folded === undefined) return null;
  return (
    <Section
      title={t('firstSteps.title')}
      sub={
        <>
          {t('firstSteps.done', countDone(data))}{' '}
          <button
            type="button"
            className="acc-link acc-textButton acc-startFold"
            aria-expanded={!folded}
            onClick={() => fold(!folded)}
          >
            {folded ? t('firstSteps.show') : t('firstSteps.hide')}
          </button>
        </>
      }
    >
      {!folded && <Next steps={data.steps} />}
    </Section>
  );
}

function Next({ steps }: Pick<FirstStepsResponse, 'steps'>) {
  const t = useText();
  const next = steps.find(({ state }) => state === 'todo') ?? steps[0];
  const count = useStepCount(next);
  return (
    <div className="acc-stack acc-startNext">
      <ol className="acc-startMarks">
        {steps.map(({ step, state }) => (
          <li key={step} aria-current={step === next.step ? 'step' : undefined}>
            <StepMark state={state}>{t(`firstStepShort.${step}`)}</StepMark>
            <span className="acc-hidden">{t(`firstStepState.${state}`)}</span>
          </li>
        ))}
      </ol>
      <p className="acc-measure">
        <span className="acc-strong">
          {t('firstSteps.next', { step: t(`firstStep.${next.step}`) })}
        </span>{' '}
        <span className="acc-muted">{count}.</span>{' '}
        <StartLink step={next.step}>{t('firstSteps.how')}</StartLink>
      </p>
    </div>
  );
}
