import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { callerOf } from './callerOf';

/** Who may do what; see `startPlugin`. */
interface Rights {
  hidden: string[];
  denied: string[];
  deniedTo: Record<string, string[]>;
  restrictedTo: Record<string, string[]>;
  hiddenFrom: Record<string, string[]>;
}

/** Permissions that allow everything but those denied; hidden entities make reading the catalog conditional. */
export function createPermissions({
  hidden = [],
  denied = [],
  deniedTo = {},
  restrictedTo = {},
  hiddenFrom = {},
}: Partial<Rights>) {
  const ALLOW = { result: AuthorizeResult.ALLOW } as const;
  const DENY = { result: AuthorizeResult.DENY } as const;
  return mockServices.permissions.mock({
    authorize: async (queries, options) =>
      queries.map(({ permission: { name } }) =>
        [...denied, ...(deniedTo[callerOf(options).user] ?? [])].includes(
          name,
        ) || restrictedTo[callerOf(options).machine]?.includes(name) === false
          ? DENY
          : ALLOW,
      ),
    authorizeConditional: async (queries, options) =>
      queries.map(({ permission }) => {
        const only = restrictedTo[callerOf(options).machine];
        if (only) return only.includes(permission.name) ? ALLOW : DENY;
        return hidden.length === 0 && !hiddenFrom[callerOf(options).user]
          ? ALLOW
          : {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: permission.resourceType,
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: permission.resourceType,
                params: {},
              },
            };
      }),
  });
}
