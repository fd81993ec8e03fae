import { TextAreaField } from '@backstage/ui';
import { formatNumber, useText } from '../../text';

/** Why somebody decides or says something: counted while it is written, and one paragraph whatever is pasted. */
export function ReasonField(props: {
  value: string;
  /** Characters that it must and may have, as the server reads it. */
  limits: { least: number; most: number };
  /** Whether it may be left out. */
  optional?: boolean;
  onChange(value: string): void;
}) {
  const t = useText();
  const { value, limits, optional = false, onChange } = props;
  return (
    <TextAreaField
      label={t('reason.label')}
      isRequired={!optional}
      secondaryLabel={optional ? t('reason.optional') : undefined}
      rows={3}
      maxLength={limits.most}
      value={value}
      onChange={text => onChange(text.replace(/\s*\p{Cc}+\s*/gu, ' '))}
      description={t('reason.characters', {
        number: formatNumber(value.trim().length),
        least: formatNumber(limits.least),
        most: formatNumber(limits.most),
      })}
    />
  );
}
