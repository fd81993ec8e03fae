import {
  CSSProperties,
  ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
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
  /** How far the plot is scrolled sideways, px. */
  scrolled: number;
  onClose(): void;
  children: ReactNode;
}) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement>();
  const { item, pinned, plot, onClose } = props;
  useLayoutEffect(() => {
    // Until it is opened Tab passes it by: it goes away with the focus of its lane, and would take Tab with it.
    box.current?.toggleAttribute('inert', !pinned);
  }, [pinned]);
  useEffect(() => {
    if (!pinned) return;
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) opener.current = activeElement;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView?.({ block: 'nearest' });
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
      style={placed(item.x - props.scrolled, plot)}
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

/** Under the mark, and never beyond the card, whose width only the browser knows. */
function placed(x: number, plot: { width: number; height: number }) {
  const width = `min(${WIDTH}px, 100%)`;
  const wanted = Math.max(0, x - WIDTH / 5);
  const left = `min(${wanted}px, 100% - ${width})`;
  const style: CSSProperties & Record<'--acc-arrow', string> = {
    left: `max(0px, ${left})`,
    top: plot.height + 10,
    '--acc-arrow': `clamp(12px, ${Math.max(0, x - wanted - 6)}px, 100% - 24px)`,
  };
  return style;
}
