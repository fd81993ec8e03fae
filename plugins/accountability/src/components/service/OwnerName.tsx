import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useText } from '../../text';

/** An owner as a link to its page in the catalog; without one, nobody. */
export function OwnerName({ owner }: { owner?: string }) {
  const t = useText();
  if (!owner) return <>{t('owner.none')}</>;
  return (
    <EntityRefLink
      entityRef={owner}
      defaultKind="group"
      hideIcon
      disableTooltip
      className="acc-link"
    />
  );
}
