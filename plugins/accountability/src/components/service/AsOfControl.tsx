import { FormEvent, useState } from 'react';
import { Button, ButtonIcon, DialogTrigger, Popover } from '@backstage/ui';
import {
  RiArrowLeftSLine,
  RiArrowRightSLine,
  RiCalendarLine,
} from '@remixicon/react';
import {
  formatInstant,
  fromInputValue,
  toInputValue,
  useText,
} from '../../text';

/** Steps and jumps through time; the page then speaks of that instant. */
export function AsOfControl(props: {
  /** The instant the page speaks of, epoch milliseconds. */
  asOf: number;
  /** Absent while the page shows the present. */
  at?: number;
  previous?: number;
  next?: number;
  onChange(at: number | undefined): void;
}) {
  const t = useText();
  const { asOf, at, previous, next, onChange } = props;
  const [open, setOpen] = useState(false);
  const stepNext = next ?? undefined;
  const label = (text: string, when: number | undefined, named: string) =>
    when === undefined ? text : named;
  return (
    <div className="acc-controls" role="group" aria-label={t('asOf.region')}>
      <ButtonIcon
        variant="secondary"
        icon={<RiArrowLeftSLine aria-hidden />}
        aria-label={label(
          t('asOf.previous'),
          previous,
          t('asOf.previousAt', { at: formatInstant(previous ?? 0) }),
        )}
        isDisabled={previous === undefined}
        onPress={() => onChange(previous)}
      />
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button variant="secondary" iconStart={<RiCalendarLine aria-hidden />}>
          {t('asOf.button', { at: formatInstant(asOf) })}
        </Button>
        <Popover placement="bottom end">
          <AsOfForm
            asOf={asOf}
            past={at !== undefined}
            onChange={when => {
              setOpen(false);
              onChange(when);
            }}
          />
        </Popover>
      </DialogTrigger>
      <ButtonIcon
        variant="secondary"
        icon={<RiArrowRightSLine aria-hidden />}
        aria-label={label(
          at === undefined ? t('asOf.next') : t('asOf.now'),
          next,
          t('asOf.nextAt', { at: formatInstant(next ?? 0) }),
        )}
        isDisabled={at === undefined}
        onPress={() => onChange(stepNext)}
      />
    </div>
  );
}

function AsOfForm(props: {
  asOf: number;
  past: boolean;
  onChange(at: number | undefined): void;
}) {
  const t = useText();
  const [text, setText] = useState(toInputValue(props.asOf));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = fromInputValue(text);
    if (read !== undefined) props.onChange(read);
  };
  return (
    <form className="acc-form" onSubmit={submit}>
      <label>
        {t('asOf.field')}
        <input
          type="datetime-local"
          value={text}
          required
          onChange={event => setText(event.target.value)}
        />
      </label>
      <div className="acc-controls">
        <Button type="submit">{t('asOf.show')}</Button>
        {props.past && (
          <Button variant="secondary" onPress={() => props.onChange(undefined)}>
            {t('asOf.now')}
          </Button>
        )}
      </div>
    </form>
  );
}
