import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from 'react-router-dom';
import { changesRouteRef } from '../../../routes';
import { useText } from '../../../text';

/** Leads to the changes that a row counts; nothing where the app left that page out. */
export function ServiceChangesLink(props: {
  entityRef: string;
  title: string;
}) {
  const t = useText();
  const { kind, namespace, name } = parseEntityRef(props.entityRef);
  const page = useRouteRef(changesRouteRef)?.({ kind, namespace, name });
  if (!page) return null;
  return (
    <div className="acc-label">
      <Link
        className="acc-link"
        to={page}
        aria-label={t('ownership.changesOf', { service: props.title })}
      >
        {t('ownership.changes')}
      </Link>
    </div>
  );
}
