import { createHash } from 'node:crypto';
import { CodeownersDialect } from 'backstage-plugin-accountability-engine';

/** What a name is of: of somebody on a kind of host, an address, or a group of the catalog. */
type Kind = CodeownersDialect | 'email' | 'name';

/** Key of a name: a digest, so that no login is kept beside what it belongs to. */
export function handleOf(kind: Kind, name: string): string {
  return createHash('sha256')
    .update(`${kind} ${name.toLowerCase()}`)
    .digest('hex');
}

/** What `hidePeople` puts in the place of a name. */
const hidden = /^@sha256\.([\da-f]{64})$/;

/**
 * Keys under which an owner of a file may be known, the better first: a team
 * of GitHub or Bitbucket that no group names by its annotation may be the only
 * group of that name.
 */
export function handlesOf(owner: string, dialect: CodeownersDialect): string[] {
  const [, key] = hidden.exec(owner) ?? [];
  if (key) return [key];
  if (!owner.startsWith('@')) return [handleOf('email', owner)];
  const name = owner.slice(1);
  const team = name.split('/')[1];
  const exact = handleOf(dialect, name);
  return team !== undefined && dialect !== 'gitlab'
    ? [exact, handleOf('name', team)]
    : [exact];
}
