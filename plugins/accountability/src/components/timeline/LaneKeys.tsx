import { FocusEvent, KeyboardEvent, MouseEvent, useId, useRef } from 'react';
import { nearestItem, stepItem } from './laneSteps';
import { ActiveMark, KeyLane } from './useLanes';

/** A lane as one tab stop: arrows move from mark to mark, Enter opens, the pointer takes the nearest. */
export function LaneKeys(props: {
  lane: KeyLane;
  active?: ActiveMark;
  onActive(mark: ActiveMark | undefined): void;
}) {
  const { lane, active, onActive } = props;
  const id = useId();
  const remembered = useRef(0);
  const index = lane.items.findIndex(item => item.id === active?.id);
  if (index >= 0) remembered.current = index;

  const show = (at: number, pinned: boolean) =>
    onActive({ id: lane.items[at].id, pinned });
  const hide = () => {
    if (!active?.pinned) onActive(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = Math.max(0, index);
    const step = stepItem(event.key, from, lane.items.length);
    if (step !== undefined) {
      event.preventDefault();
      show(step, false);
      bringIntoView(`${id}-${step}`);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      show(from, true);
    } else if (event.key === 'Escape') {
      onActive(undefined);
    }
  };
  const under = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestItem(lane.items, {
      x: event.clientX - box.left + lane.left,
      y: event.clientY - box.top + lane.top,
    });
  };
  const onMove = (event: MouseEvent<HTMLDivElement>) => {
    if (active?.pinned) return;
    const at = under(event);
    if (at === undefined) hide();
    else if (at !== index) show(at, false);
  };
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const at = under(event);
    if (at === undefined) onActive(undefined);
    else show(at, true);
  };
  const onFocus = (event: FocusEvent) => {
    const byKey = event.currentTarget.matches(':focus-visible');
    if (index < 0 && byKey) {
      show(Math.min(remembered.current, lane.items.length - 1), false);
    }
  };
  return (
    <div
      className="acc-lane"
      role="listbox"
      aria-label={lane.label}
      aria-activedescendant={index >= 0 ? `${id}-${index}` : undefined}
      tabIndex={0}
      style={{
        left: lane.left,
        top: lane.top,
        width: lane.width,
        height: lane.height,
      }}
      onKeyDown={onKeyDown}
      onMouseMove={onMove}
      onMouseLeave={hide}
      onClick={onClick}
      onFocus={onFocus}
      onBlur={hide}
    >
      {lane.items.map((item, at) => (
        <div
          key={item.id}
          id={`${id}-${at}`}
          role="option"
          aria-label={item.label}
          aria-selected={at === index}
          data-active={at === index}
          style={{ left: item.x - lane.left, top: item.y - lane.top }}
        />
      ))}
    </div>
  );
}

/** Where the plot is wider than its card, the mark would be out of sight. */
function bringIntoView(id: string) {
  document
    .getElementById(id)
    ?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
}
