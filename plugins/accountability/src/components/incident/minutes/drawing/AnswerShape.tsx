import { Answer } from '../answersOf';

/** A step of answering by its shape: square called, triangle called further, dot at it; hollow where it was an alert. */
export function AnswerShape(props: {
  step: Answer['step'];
  x: number;
  y: number;
}) {
  const { step, x, y } = props;
  const outline = {
    fill: 'var(--bui-bg-neutral-1)',
    stroke: 'var(--bui-fg-primary)',
    strokeWidth: 1.5,
  };
  if (step === 'paged') {
    return <path d={`M${x - 5} ${y - 5}h10v10h-10z`} {...outline} />;
  }
  if (step === 'escalated') {
    return <path d={`M${x} ${y - 6}l6 11h-12z`} {...outline} />;
  }
  return step === 'alert' ? (
    <circle cx={x} cy={y} r="4.5" {...outline} />
  ) : (
    <circle cx={x} cy={y} r="5.5" fill="var(--bui-fg-primary)" />
  );
}
