/** Annotations that take the rest of a subject as it stands, by its first part. */
const annotations: Record<string, string> = {
  github: 'github.com/project-slug',
  gitlab: 'gitlab.com/project-slug',
  pagerduty: 'pagerduty.com/service-id',
  argocd: 'argocd/app-name',
};

/** Names the annotation that would attach a subject to a service. */
export function hintFor(subject: string): string {
  const colon = subject.indexOf(':');
  const annotation = annotations[subject.slice(0, colon)];
  return annotation
    ? `${annotation}: ${subject.slice(colon + 1)}`
    : `accountability.io/aliases: ${subject}`;
}
