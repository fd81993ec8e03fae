import { TextAreaField } from '@backstage/ui';
import { formatNumber, useText } from '../../../text';

/** Letters that a reason must and may have, as the server reads it. */
const LEAST_LETTERS = 10;
const MOST_LETTERS = 2000;

/** Whether a reason says enough to be kept. */
export function saysWhy(reason: string): boolean {
  return reason.trim().length >= LEAST_LETTERS;
}

/** Why: required, counted while it is written, and one paragraph whatever is pasted. */
export function ReasonField(props: {
  value: string;
  onChange(value: string): void;
}) {
  const t = useText();
  return (
    <TextAreaField
      label={t('override.reason')}
      isRequired
      rows={3}
      maxLength={MOST_LETTERS}
      value={props.value}
      onChange={value => props.onChange(value.replace(/\s*[\r\n]+\s*/g, ' '))}
      description={t('override.letters', {
        number: formatNumber(props.value.length),
        least: formatNumber(LEAST_LETTERS),
        most: formatNumber(MOST_LETTERS),
      })}
    />
  );
}
