import { Fragment, useId, useState } from 'react';
import { useText } from '../../../text';
import { Toggle } from '../../table';
import { ownershipColumns } from './ownershipColumns';

/** What each column of the table says, folded. */
export function ColumnNotes() {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Toggle open={open} controls={id} onToggle={() => setOpen(old => !old)}>
        {open ? t('ownership.hideNotes') : t('ownership.notes')}
      </Toggle>
      {open && (
        <dl id={id} className="acc-facts acc-measure">
          {ownershipColumns.map(({ fact, text }) => (
            <Fragment key={fact}>
              <dt>{t(`ownership.${text}`)}</dt>
              <dd>
                {t(`ownership.${text}Hint`)}{' '}
                <span className="acc-code acc-muted">{fact}</span>
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </div>
  );
}
