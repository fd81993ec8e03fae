import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { MethodLine } from '../../marks';
import { AnswerShape } from './drawing/AnswerShape';
import { MinutesLayout } from './layoutMinutes';

/** What the lines mean, and what is not drawn. */
export function MinutesLegend(props: {
  data: IncidentResponse;
  layout: MinutesLayout;
}) {
  const t = useText();
  const { data, layout } = props;
  const { attribution } = data;
  const has = (kind: string) => layout.links.some(link => link.kind === kind);
  const steps = [...new Set(layout.answers.marks.map(({ step }) => step))];
  const notDrawn = layout.deployments.more + layout.alerts.more;
  return (
    <ul className="acc-tags acc-minuteLegend acc-small">
      {attribution && has('cause') && (
        <li>
          <MethodLine method={attribution.method} />
          {t(`legendLine.${attribution.method}`)}
        </li>
      )}
      {has('candidate') && (
        <li>
          <MethodLine method="dependency" />
          {t('legendLine.candidate')}
        </li>
      )}
      {has('undoes') && attribution?.method !== 'remediation' && (
        <li>
          <MethodLine method="remediation" />
          {t('minutes.undoes')}
        </li>
      )}
      {steps.map(step => (
        <li key={step}>
          <svg width="14" height="14" aria-hidden>
            <AnswerShape step={step} x={7} y={7} />
          </svg>
          {t(`answerStep.${step}`)}
        </li>
      ))}
      {notDrawn > 0 && (
        <li>{t('minutes.notDrawn', { number: String(notDrawn) })}</li>
      )}
    </ul>
  );
}
