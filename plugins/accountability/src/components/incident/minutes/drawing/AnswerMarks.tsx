import { textWidth, useText } from '../../../../text';
import { shortId } from '../../../timeline/recordName';
import { Answer } from '../answersOf';
import { MinutesLayout } from '../layoutMinutes';
import { AnswerShape } from './AnswerShape';
import { LaneName } from './LaneName';

/** Who was called and who answered, as rotas, never as people. */
export function AnswerMarks({ layout }: { layout: MinutesLayout }) {
  const t = useText();
  const { top, marks } = layout.answers;
  if (marks.length === 0) return null;
  return (
    <g>
      <LaneName
        y={top + 12}
        name={t('minutes.answers')}
        about={t('minutes.answersHint')}
      />
      {marks.map(({ key, step, x }) => (
        <AnswerShape key={key} step={step} x={x} y={top + 8} />
      ))}
      {labelsOf(marks, layout.scale.right).map(({ key, x, text }) => (
        <text key={key} x={x} y={top + 28} className="acc-svgPrimary acc-halo">
          {text}
        </text>
      ))}
    </g>
  );
}

/** Names of rotas under their marks, left to right: one that goes on is named once, one that would meet the one before is left to the table. */
function labelsOf(marks: (Answer & { x: number })[], right: number) {
  let taken = -Infinity;
  let last: string | undefined;
  return marks.flatMap(({ key, x, team }) => {
    if (!team || team === last) return [];
    const text = shortId(team);
    const needs = textWidth(text);
    const left = Math.min(x - 6, right - needs);
    if (left < taken) return [];
    taken = left + needs + 8;
    last = team;
    return [{ key, x: left, text }];
  });
}
