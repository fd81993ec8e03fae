import { CSSProperties, ReactNode, useRef } from 'react';
import { useOverflows } from '../../hooks';

/** Lets what is wider than its card scroll sideways; then it is a tab stop of its own, so that keys reach all of it. */
export function ScrollBox(props: {
  children: ReactNode;
  /** What is inside, for those who hear it. */
  label: string;
  id?: string;
  style?: CSSProperties;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { children, label, id, style } = props;
  const stop = useOverflows(box)
    ? { tabIndex: 0, role: 'group', 'aria-label': label }
    : {};
  return (
    <div ref={box} className="acc-scroll" id={id} style={style} {...stop}>
      {children}
    </div>
  );
}
