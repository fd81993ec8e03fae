import {
  DEFAULT_NAMESPACE,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { get } from 'lodash';
import { handleOf } from './handlesOf';

/** That an entity goes by a name. */
export interface Claim {
  handle: string;
  ref: string;
  isGroup: boolean;
  /** What says so. */
  rule: 'annotation' | 'name' | 'email';
  /** It only keeps others from going by it. */
  only?: boolean;
}

const teamSlug = 'github.com/team-slug';
/** Backstage's own providers write the second, of whichever host. */
const gitlabGroup = /^gitlab\.com\/group-full-path$|\/team-path$/;
const gitlabUser = /gitlab[^/]*\/user-login$/;
const githubUser = 'github.com/user-login';

/** Names of a group: what its annotations say it is on a host, else its own name. */
export function claimsOfGroup(group: Entity): Claim[] {
  const { name, namespace = DEFAULT_NAMESPACE } = group.metadata;
  const base = { ref: stringifyEntityRef(group), isGroup: true } as const;
  const claims = annotationsOf(group).flatMap(([key, value]): Claim[] => {
    const kind =
      key === teamSlug ? 'github' : gitlabGroup.test(key) && 'gitlab';
    return kind
      ? [{ ...base, handle: handleOf(kind, bare(value)), rule: 'annotation' }]
      : [];
  });
  const isAnother = annotationsOf(group).some(([key]) => key === teamSlug);
  return [
    ...claims,
    {
      ...base,
      handle: handleOf('name', name),
      rule: 'name',
      only:
        namespace.toLowerCase() !== DEFAULT_NAMESPACE.toLowerCase() ||
        isAnother,
    },
  ];
}

/** Names of a person: logins by annotation, and the address of the profile. */
export function claimsOfUser(user: Entity): Claim[] {
  const base = { ref: stringifyEntityRef(user), isGroup: false } as const;
  const claims = annotationsOf(user).flatMap(([key, value]): Claim[] => {
    const kind =
      key === githubUser ? 'github' : gitlabUser.test(key) && 'gitlab';
    return kind
      ? [
          {
            ...base,
            handle: handleOf(kind, loginOf(value)),
            rule: 'annotation',
          },
        ]
      : [];
  });
  const email: unknown = get(user, ['spec', 'profile', 'email']);
  return typeof email === 'string' && email.includes('@')
    ? [...claims, { ...base, handle: handleOf('email', email), rule: 'email' }]
    : claims;
}

function annotationsOf({ metadata }: Entity): [string, string][] {
  return Object.entries(metadata.annotations ?? {});
}

function bare(value: string): string {
  return value.trim().replace(/^@|^\/+|\/+$/g, '');
}

/** Backstage's provider for GitLab writes the address of the profile. */
function loginOf(value: string): string {
  return bare(value).split('/').at(-1) ?? '';
}
