import { ReactNode } from 'react';

/** Why what was just asked for was not done; it is said aloud as it appears. */
export function Trouble({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <p className="acc-note acc-small acc-trouble" role="alert">
      {children}
    </p>
  );
}
