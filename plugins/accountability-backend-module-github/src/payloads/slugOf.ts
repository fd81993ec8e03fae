/** The name of a repository as ids and subjects hold it: GitHub compares without case. */
export function slugOf(repository: { full_name: string }): string {
  return repository.full_name.toLowerCase();
}
