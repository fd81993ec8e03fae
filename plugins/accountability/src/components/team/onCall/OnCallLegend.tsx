import { useId } from 'react';
import { OnCallWeek, shifts } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../../text';
import { Hatch } from '../../marks';
import { shiftFill } from './shiftFill';

/** What the three fills say, with how many pages each is. */
export function OnCallLegend({ weeks }: { weeks: OnCallWeek[] }) {
  const t = useText();
  const id = useId();
  return (
    <ul className="acc-onCallLegend">
      {shifts.map(shift => (
        <li key={shift} className="acc-inline">
          <svg width="12" height="12" aria-hidden>
            <defs>
              <Hatch id={`${id}-evening`} gap={4} />
            </defs>
            <rect
              x="0.5"
              y="0.5"
              width="11"
              height="11"
              fill={shiftFill(shift, id)}
              stroke="var(--acc-mark)"
            />
          </svg>
          <span className="acc-label">
            {t(`onCall.${shift}`)},{' '}
            {formatNumber(weeks.reduce((sum, week) => sum + week[shift], 0))}
          </span>
        </li>
      ))}
    </ul>
  );
}
