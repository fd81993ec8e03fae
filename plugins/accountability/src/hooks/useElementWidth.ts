import { RefObject, useLayoutEffect, useState } from 'react';

/** Width of an element in px, followed as it changes; `initial` until it is measured. */
export function useElementWidth(
  ref: RefObject<HTMLElement>,
  initial: number,
): number {
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const measure = () => {
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
