import { Attribution } from 'backstage-plugin-accountability-common';

/** Services that a link names besides that of its incident. */
export function servicesNamed(link: Attribution): string[] {
  return [
    ...(link.causeService ? [link.causeService] : []),
    ...link.candidates.flatMap(({ service }) => service ?? []),
  ];
}

/** A link without anything of services that the caller may not read. */
export function hideUnreadable(
  link: Attribution,
  readable: ReadonlySet<string>,
): Attribution {
  const candidates = link.candidates.filter(
    ({ service }) => service === undefined || readable.has(service),
  );
  if (link.causeService === undefined || readable.has(link.causeService)) {
    return { ...link, candidates };
  }
  return {
    incident: link.incident,
    incidentStartedAt: link.incidentStartedAt,
    method: link.method,
    confidence: link.confidence,
    profile: link.profile,
    ruleVersion: link.ruleVersion,
    incidentOwner: link.incidentOwner,
    ...(link.decision && { decision: link.decision }),
    candidates,
    evidence: ['It is charged to a service that you may not read.'],
  };
}
