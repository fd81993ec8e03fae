import {
  CSSProperties,
  ReactNode,
  useCallback,
  useEffect,
  useRef,
} from 'react';
import { Button } from '@backstage/ui';
import { useText } from '../../../text';
import { LaneItem } from '../useLanes';

const WIDTH = 460;

/** A popover below a plot, at the mark in hand, so that it hides no event; opened, it takes the focus until closed. */
export function PopoverShell(props: {
  item: LaneItem;
  /** True once it was opened, and stays until closed. */
  pinned: boolean;
  plot: { width: number; height: number };
  onClose(): void;
  children: ReactNode;
}) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement>();
  const { item, pinned, plot, onClose } = props;
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
      style={placed(item, plot)}
    >
      {props.children}
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

function placed(
  item: LaneItem,
  plot: { width: number; height: number },
): CSSProperties {
  const width = Math.min(WIDTH, plot.width);
  const left = Math.min(Math.max(0, item.x - width / 5), plot.width - width);
  const arrow = Math.min(width - 24, Math.max(12, item.x - left - 6));
  return {
    left,
    top: plot.height + 10,
    ['--acc-arrow' as string]: `${arrow}px`,
  };
}
