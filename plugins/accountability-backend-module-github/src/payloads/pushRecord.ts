/** How a push to a repository is named, whoever tells of it. */
export function pushRecord(slug: string, after: string) {
  return { record: `github:push:${slug}:${after}`, subject: `github:${slug}` };
}
