import { ReactNode, useId } from 'react';
import { Box } from '@backstage/ui';

/** A card of a page with its heading and, at its right, on what the numbers rest. */
export function Section(props: {
  title: string;
  sub?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Box as="section" bg="neutral" className="acc-card" aria-labelledby={id}>
      <div className="acc-cardHead">
        <h2 id={id}>{props.title}</h2>
        {props.sub && <span className="acc-label">{props.sub}</span>}
      </div>
      {props.children}
    </Box>
  );
}
