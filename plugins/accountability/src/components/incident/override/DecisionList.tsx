import { useId, useState } from 'react';
import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { Toggle } from '../../table';
import { DecisionWords } from './DecisionWords';

/** Every decision that was ever taken on the cause, newest first, folded behind their number. */
export function DecisionList({ data }: { data: IncidentResponse }) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const count = data.decisions.length;
  if (count === 0) return null;
  return (
    <div className="acc-under1">
      <Toggle open={open} controls={id} onToggle={() => setOpen(old => !old)}>
        {open
          ? t('override.hideDecisions', { count })
          : t('override.showDecisions', { count })}
      </Toggle>
      {open && (
        <ul id={id} className="acc-decisions">
          {data.decisions.map(each => (
            <li key={each.id}>
              <DecisionWords data={data} decision={each} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
