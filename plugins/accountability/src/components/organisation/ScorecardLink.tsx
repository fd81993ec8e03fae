import { ReactNode } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from 'react-router-dom';
import { scorecardRouteRef } from '../../routes';

/** A link to a scorecard's page; only its words where an app has no such page. */
export function ScorecardLink(props: {
  scorecard: string;
  children: ReactNode;
}) {
  const page = useRouteRef(scorecardRouteRef);
  const { scorecard, children } = props;
  if (!page) return <>{children}</>;
  return (
    <Link className="acc-link" to={page({ scorecard })}>
      {children}
    </Link>
  );
}
