import { ReactNode } from 'react';

/** A link out of the portal, to a record at its source. */
export function SourceLink(props: { url: string; children: ReactNode }) {
  return (
    <a
      className="acc-link"
      href={props.url}
      target="_blank"
      rel="noopener noreferrer"
    >
      {props.children}
    </a>
  );
}
