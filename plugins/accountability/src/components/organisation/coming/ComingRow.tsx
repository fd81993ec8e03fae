import { ComingItem } from 'backstage-plugin-accountability-common';
import { formatDay, useText } from '../../../text';
import { DueLink } from '../../team/due/DueLink';
import { whenWords } from '../../team/due/whenWords';

/** One thing that comes up: when, what, on what it rests, and the way to where it is seen. */
export function ComingRow(props: { item: ComingItem; now: number }) {
  const t = useText();
  const { item, now } = props;
  const { where, dueAt } = item;
  return (
    <li className="acc-comingRow">
      <div>
        <span className="acc-strong acc-nowrap">{formatDay(dueAt)}</span>
        <div className="acc-label">
          {whenWords({ dueAt, overdue: false }, now, t)}
        </div>
      </div>
      <div>
        {item.title}
        <div className="acc-label">
          {item.todo}
          {where && (
            <>
              {'. '}
              <DueLink item={{ ...item, where }} />
            </>
          )}
        </div>
      </div>
    </li>
  );
}
