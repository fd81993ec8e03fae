import { OwnerAt } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { OwnerName } from '../service/OwnerName';

/** Who answered at an instant, or why nobody is known. */
export function OwnerWords({ owner }: { owner: OwnerAt }) {
  const t = useText();
  if (owner.status === 'unknown') {
    return <span className="acc-muted">{owner.because}</span>;
  }
  return (
    <>
      <OwnerName owner={owner.owner} />
      {!owner.resolves && (
        <span className="acc-label"> {t('owner.unresolved')}</span>
      )}
    </>
  );
}
