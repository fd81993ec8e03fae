const names: Record<string, string> = {
  argocd: 'Argo CD',
  alertmanager: 'Alertmanager',
  cdevents: 'CDEvents',
  github: 'GitHub',
  gitlab: 'GitLab',
  'incident-io': 'incident.io',
  jenkins: 'Jenkins',
  pagerduty: 'PagerDuty',
};

/** The source that leads a record id, as people write it. */
export function sourceName(recordId: string): string {
  const source = recordId.split(':')[0];
  return (
    names[source] ?? source.charAt(0).toLocaleUpperCase('en') + source.slice(1)
  );
}
