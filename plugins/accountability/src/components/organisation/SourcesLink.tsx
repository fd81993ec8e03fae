import { Link } from 'react-router-dom';
import { useRootPath } from '../../hooks';
import { useText } from '../../text';

/** The way to the health of the sources. */
export function SourcesLink() {
  const t = useText();
  const root = useRootPath();
  return (
    <Link className="acc-link" to={`${root}/sources`}>
      {t('organisationEmpty.sources')}
    </Link>
  );
}
