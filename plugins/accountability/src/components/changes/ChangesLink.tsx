import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from 'react-router-dom';
import { changesRouteRef } from '../../routes';
import { useText } from '../../text';

/** Leads to the changes of a service, as of the instant of the page; nothing where the app left that page out. */
export function ChangesLink(props: { entityRef: string; at?: number }) {
  const t = useText();
  const { entityRef, at } = props;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const page = useRouteRef(changesRouteRef)?.({
    kind: kind.toLocaleLowerCase('en'),
    namespace,
    name,
  });
  if (!page) return null;
  const then = at === undefined ? '' : `?at=${new Date(at).toISOString()}`;
  return (
    <p style={{ margin: 0 }}>
      <Link className="acc-link" to={`${page}${then}`}>
        {t('changes.link')}
      </Link>
    </p>
  );
}
