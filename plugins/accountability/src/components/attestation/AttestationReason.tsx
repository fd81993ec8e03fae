import { TextAreaField } from '@backstage/ui';
import { formatNumber, useText } from '../../text';
import { reasonLimits } from './attestationReason';

/** Why: needed for a rejection, counted while it is written, and one paragraph whatever is pasted. */
export function AttestationReason(props: {
  value: string;
  needed: boolean;
  onChange(value: string): void;
}) {
  const t = useText();
  const { value, needed, onChange } = props;
  return (
    <TextAreaField
      label={t('attestation.reason')}
      isRequired={needed}
      secondaryLabel={needed ? undefined : t('attestation.optional')}
      rows={3}
      maxLength={reasonLimits.most}
      value={value}
      onChange={text => onChange(text.replace(/\s*\p{Cc}+\s*/gu, ' '))}
      description={t('attestation.characters', {
        number: formatNumber(value.trim().length),
        least: formatNumber(reasonLimits.least),
        most: formatNumber(reasonLimits.most),
      })}
    />
  );
}
