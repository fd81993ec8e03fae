import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useRecordPage } from './useRecordPage';

/** A record as a link to its own page here; kinds without a page stay plain. */
export function RecordPageLink(props: {
  /** Service whose record it is. */
  entityRef: string;
  record: { kind: string; id: string };
  children: ReactNode;
  className?: string;
}) {
  const { children, className = 'acc-link' } = props;
  const page = useRecordPage();
  const to = page(props.entityRef, props.record);
  if (!to) return <span>{children}</span>;
  return (
    <Link className={className} to={to}>
      {children}
    </Link>
  );
}
