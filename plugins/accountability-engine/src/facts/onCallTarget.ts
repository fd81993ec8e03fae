import { z } from 'zod';
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

const annotated = z.object({
  metadata: z.object({ annotations: z.record(z.string(), z.unknown()) }),
});

/**
 * The annotation by which a service says whom to page; undefined where it has
 * none. Rotas of groups do not tell: they say who answers to a rota, not for
 * which service it is.
 */
export function onCallTarget({
  entity,
}: Pick<ServiceInput, 'entity'>): string | undefined {
  const read = annotated.safeParse(entity);
  if (!read.success) return undefined;
  return Object.entries(read.data.metadata.annotations).find(
    ([name, value]) =>
      typeof value === 'string' &&
      value.trim() !== '' &&
      (onCallAnnotations.includes(name) ||
        domains.some(domain => name.startsWith(domain))),
  )?.[0];
}
