import { ReactNode } from 'react';
import { isWebAddress } from './isWebAddress';

/** A link out of the portal, to a record at its source; plain words where the address is none of a page. */
export function SourceLink(props: { url: string; children: ReactNode }) {
  if (!isWebAddress(props.url)) return <>{props.children}</>;
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
