import { useId } from 'react';
import { FieldLabel } from '@backstage/ui';

/** A date and time of UTC that may stay empty. */
export function InstantField(props: {
  label: string;
  hint: string;
  value: string;
  onChange(value: string): void;
}) {
  const id = useId();
  const hintId = useId();
  return (
    <div>
      <FieldLabel
        label={props.label}
        htmlFor={id}
        description={props.hint}
        descriptionId={hintId}
      />
      <input
        id={id}
        type="datetime-local"
        value={props.value}
        aria-describedby={hintId}
        onChange={event => props.onChange(event.target.value)}
      />
    </div>
  );
}
