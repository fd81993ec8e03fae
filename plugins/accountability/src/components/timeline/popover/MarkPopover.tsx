import {
  CSSProperties,
  ReactNode,
  useCallback,
  useEffect,
  useRef,
} from 'react';
import { Button } from '@backstage/ui';
import { TimelineResponse } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../../text';
import { TimelineLayout } from '../layout';
import { LaneItem } from '../useLanes';
import { DeploymentEvidence } from './DeploymentEvidence';
import { IncidentEvidence } from './IncidentEvidence';

const WIDTH = 460;

/** The evidence of the mark in hand; it opens below the lanes, so that it hides no event. */
export function MarkPopover(props: {
  item: LaneItem;
  /** True once it was opened, and stays until closed. */
  pinned: boolean;
  timeline: TimelineResponse;
  layout: TimelineLayout;
  onClose(): void;
}) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement>();
  const { item, pinned, layout, onClose } = props;
  useEffect(() => {
    if (!pinned) return;
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) opener.current = activeElement;
    box.current?.focus({ preventScroll: true });
  }, [pinned, item.id]);
  const close = useCallback(() => {
    onClose();
    opener.current?.focus({ preventScroll: true });
  }, [onClose]);
  useEffect(() => {
    if (!pinned) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [pinned, close]);
  return (
    <div
      ref={box}
      className="acc-popover"
      role="dialog"
      aria-label={item.label}
      tabIndex={-1}
      style={placed(item, layout)}
    >
      <MarkEvidence {...props} />
      {pinned && (
        <div className="acc-controls" style={{ paddingTop: 12 }}>
          <Button size="small" variant="secondary" onPress={close}>
            {t('popover.close')}
          </Button>
        </div>
      )}
    </div>
  );
}

function MarkEvidence(props: {
  item: LaneItem;
  timeline: TimelineResponse;
  layout: TimelineLayout;
}): ReactNode {
  const t = useText();
  const { item, timeline, layout } = props;
  const incident = layout.incidents.marks.find(({ id }) => id === item.id);
  if (incident) return <IncidentEvidence mark={incident} timeline={timeline} />;
  const marks = layout.lanes.flatMap(lane => lane.marks);
  const deployment = marks.find(({ id }) => id === item.id);
  if (deployment) {
    return <DeploymentEvidence mark={deployment} timeline={timeline} />;
  }
  const lane = layout.lanes.find(each =>
    each.bars.some(bar => `${each.environment ?? ''} ${bar.id}` === item.id),
  );
  const bar = lane?.bars.find(each => item.id.endsWith(each.id));
  if (!bar) return null;
  return (
    <p>{t('popover.onDay', { count: bar.count, date: formatDate(bar.day) })}</p>
  );
}

function placed(item: LaneItem, layout: TimelineLayout): CSSProperties {
  const width = Math.min(WIDTH, layout.width);
  const left = Math.min(Math.max(0, item.x - width / 5), layout.width - width);
  const arrow = Math.min(width - 24, Math.max(12, item.x - left - 6));
  return {
    left,
    top: layout.height + 10,
    ['--acc-arrow' as string]: `${arrow}px`,
  };
}
