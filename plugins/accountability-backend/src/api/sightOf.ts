import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ApiContext } from './ApiContext';
import { findReadable } from './findReadable';

/** Which services a caller may read in the catalog; asked as seldom as can be. */
export interface Sight {
  /** Every one, also those that are gone, so that nobody need be asked about each. */
  all: boolean;
  /** None at all, so that what they might be need not be read. */
  none: boolean;
  /** The conditions it depends on, as a text that is equal where they are. */
  conditions: string;
  /** Those of the refs that the caller may read. */
  among(entityRefs: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What a caller may read in the catalog. */
export async function sightOf(
  context: Pick<ApiContext, 'catalog' | 'permissions'>,
  credentials: BackstageCredentials,
): Promise<Sight> {
  const [decision] = await context.permissions.authorizeConditional(
    [{ permission: catalogEntityReadPermission }],
    { credentials },
  );
  switch (decision.result) {
    case AuthorizeResult.ALLOW:
      return {
        ...{ all: true, none: false, conditions: '' },
        among: async refs => new Set(refs),
      };
    case AuthorizeResult.DENY:
      return {
        ...{ all: false, none: true, conditions: '' },
        among: async () => new Set(),
      };
    default:
      return {
        all: false,
        none: false,
        conditions: JSON.stringify(decision.conditions),
        among: refs => findReadable(context, refs, credentials),
      };
  }
}
