import { Config } from '@backstage/config';

/** Names that rules and relabelling commonly give to a service, the most deliberate one first. */
const defaultLabels = [
  'service',
  'service_name',
  'app',
  'app_kubernetes_io_name',
  'job',
];

/** The labels that may name the service of an alert, by `accountability.sources.<source>.subjectLabels`. */
export function readSubjectLabels(
  config: Config | undefined,
  source: string,
): readonly string[] {
  const key = `accountability.sources.${source}.subjectLabels`;
  return config?.getOptionalStringArray(key) ?? defaultLabels;
}
