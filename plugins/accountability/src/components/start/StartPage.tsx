import '../../theme/tokens.css';
import '../../theme/accountability.css';
import '../../theme/operations.css';
import '../../theme/records.css';
import '../../theme/start.css';
import {
  FirstStepsResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { POLL_MS, useRootPath } from '../../hooks';
import { formatInstant, formatNumber, useText } from '../../text';
import { Page, PageHead } from '../page';
import { Answer, Section } from '../states';
import { StepRow } from './StepRow';
import { countDone } from './countDone';
import { useFirstSteps } from './useFirstSteps';
import { useOpenStep } from './useOpenStep';

/** The way from an empty installation to a first gate that was asked, step by step, with what to do for each. */
export function StartPage() {
  const t = useText();
  const root = useRootPath();
  const polled = useFirstSteps({ everyMs: POLL_MS });
  const { data } = polled;
  return (
    <Page headed>
      <PageHead
        parent={{
          label: t('firstStepPage.services'),
          href: `${root}/overview`,
        }}
        title={t('firstSteps.title')}
        lead={t('firstSteps.lead')}
        tags={[
          data && t('firstSteps.done', countDone(data)),
          data && t('asOf.button', { at: formatInstant(data.asOf) }),
        ]}
      />
      <Answer
        polled={polled}
        what={t('firstSteps.what')}
        permission={scorecardReadPermission.name}
        boxes={[420]}
      >
        {steps => <Steps data={steps} />}
      </Answer>
    </Page>
  );
}

function Steps({ data }: { data: FirstStepsResponse }) {
  const t = useText();
  const { isOpen, toggle } = useOpenStep(data.steps);
  return (
    <Section title={t('firstSteps.list')}>
      {data.done && (
        <p className="acc-muted">
          {t('firstSteps.allDone', { number: formatNumber(data.steps.length) })}
        </p>
      )}
      <ol className="acc-start">
        {data.steps.map(step => (
          <StepRow
            key={step.step}
            step={step}
            open={isOpen(step.step)}
            onToggle={() => toggle(step.step)}
          />
        ))}
      </ol>
    </Section>
  );
}
