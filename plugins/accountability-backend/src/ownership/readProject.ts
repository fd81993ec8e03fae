/** The project that an operator counts a service to. */
export type Project =
  | { status: 'known'; name: string }
  | { status: 'absent' }
  | { status: 'unreadable'; because: string };

const annotation = 'accountability.io/project';
/** As names of entities are, with spaces and slashes besides. */
const allowed = /^[a-z0-9](?:[a-z0-9 ._/-]{0,98}[a-z0-9])?$/;

/** Reads the annotation that puts a service into a project, in lower case: services that name the same one are one project. */
export function readProject(
  annotations: Record<string, unknown> | undefined,
): Project {
  const value = annotations?.[annotation];
  const written = typeof value === 'string' ? value.trim() : '';
  if (!written) return { status: 'absent' };
  const name = written.toLocaleLowerCase('en-US');
  if (allowed.test(name)) return { status: 'known', name };
  return {
    status: 'unreadable',
    because: `${annotation} ${written.slice(
      0,
      100,
    )}, which is no name of at most 100 letters, digits, spaces and . _ / -`,
  };
}

/** Whether an entity, as JSON, has the annotation at all: few have, and all are looked at in every sync. */
export function namesProject(entity: string): boolean {
  return entity.includes(annotation);
}
