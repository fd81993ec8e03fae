/** The record of an incident of PagerDuty. */
export function recordId(incidentId: string): string {
  return `pagerduty:incident:${incidentId}`;
}
