import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from 'react-router-dom';
import { rootRouteRef } from '../../routes';
import { useText } from '../../text';

/** The way to the health of the sources. */
export function SourcesLink() {
  const t = useText();
  const root = useRouteRef(rootRouteRef)?.() ?? '/accountability';
  return (
    <Link className="acc-link" to={`${root}/sources`}>
      {t('organisationEmpty.sources')}
    </Link>
  );
}
