import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useServicePage } from './useServicePage';

/** A service as a link to what Accountability says of it. */
export function ServiceLink(props: { entityRef: string; children: ReactNode }) {
  const page = useServicePage();
  return (
    <Link className="acc-link" to={page(props.entityRef)}>
      {props.children}
    </Link>
  );
}
