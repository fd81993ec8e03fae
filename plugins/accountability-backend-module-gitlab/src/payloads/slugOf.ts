/** The path of a project as ids and subjects hold it: GitLab compares without case. */
export function slugOf(project: { path_with_namespace: string }): string {
  return project.path_with_namespace.toLowerCase();
}
