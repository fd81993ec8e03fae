import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** An owner as a link to its page in the catalog. */
export function OwnerName({ owner }: { owner: string }) {
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
