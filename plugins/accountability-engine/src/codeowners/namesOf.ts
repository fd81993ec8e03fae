/** The names of a path, or of a pattern, from the root on. */
export function namesOf(path: string): string[] {
  return path.split('/').filter(name => name !== '');
}
