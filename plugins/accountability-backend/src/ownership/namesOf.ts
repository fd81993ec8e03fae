import { Entity, isGroupEntity, isUserEntity } from '@backstage/catalog-model';
import { get } from 'lodash';

/** A name by which somebody or a group is known outside the catalog. */
export interface CatalogName {
  /** Kind of host that the account or group is of; `email` for an address. */
  source: 'github' | 'gitlab' | 'email';
  name: string;
}

type Host = 'github' | 'gitlab';

const githubUser = 'github.com/user-login';
/** Also on hosts of one's own: Backstage's provider begins it with theirs. */
const gitlabUser = /gitlab[^/]*\/user-login$/;
const githubGroup = 'github.com/team-slug';
/** Backstage's own providers write the second, of whichever host. */
const gitlabGroup = /^gitlab\.com\/group-full-path$|\/team-path$/;

/**
 * The names that a User or a Group of the catalog says are its own: accounts of
 * people and groups on hosts, by annotation, and of people the address of the
 * profile. Other kinds have none. Case never counts.
 */
export function namesOf(entity: Entity): CatalogName[] {
  if (isGroupEntity(entity)) return accountsOf(entity, hostOfGroup);
  if (!isUserEntity(entity)) return [];
  const accounts = accountsOf(entity, hostOfUser).map(({ source, name }) => ({
    source,
    name: loginOf(name),
  }));
  const email: unknown = get(entity, ['spec', 'profile', 'email']);
  return typeof email === 'string' && email.includes('@')
    ? [...accounts, { source: 'email', name: email.trim() }]
    : accounts;
}

function hostOfUser(annotation: string): Host | undefined {
  if (annotation === githubUser) return 'github';
  return gitlabUser.test(annotation) ? 'gitlab' : undefined;
}

function hostOfGroup(annotation: string): Host | undefined {
  if (annotation === githubGroup) return 'github';
  return gitlabGroup.test(annotation) ? 'gitlab' : undefined;
}

function accountsOf(
  { metadata }: Entity,
  hostOf: (annotation: string) => Host | undefined,
): CatalogName[] {
  return Object.entries(metadata.annotations ?? {}).flatMap(([key, value]) => {
    const source = hostOf(key);
    const name = value.trim().replace(/^@|^\/+|\/+$/g, '');
    return source && name ? [{ source, name }] : [];
  });
}

/** Backstage's provider for GitLab writes the address of the profile. */
function loginOf(name: string): string {
  return name.split('/').at(-1) ?? '';
}
