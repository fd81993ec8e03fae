import { annotationsOf } from './annotationsOf';
import { ServiceInput } from './defineFact';

/** Annotations by which plugins of on-call products say whom to page for an entity. */
export const onCallAnnotations: readonly string[] = [
  'pagerduty.com/service-id',
  'pagerduty.com/integration-key',
  'opsgenie.com/component-selector',
  'opsgenie.com/team',
  'splunk.com/on-call-team',
  'splunk.com/on-call-routing-key',
  'ilert.com/integration-key',
];

/** incident.io names several, all of its own domain. */
const domains = ['incident.io/'];

/**
 * The annotation by which a service says whom to page; undefined where it has
 * none. Rotas of groups do not tell: they say who answers to a rota, not for
 * which service it is.
 */
export function onCallTarget(
  service: Pick<ServiceInput, 'entity'>,
): string | undefined {
  return [...annotationsOf(service).keys()].find(
    name =>
      onCallAnnotations.includes(name) ||
      domains.some(domain => name.startsWith(domain)),
  );
}
