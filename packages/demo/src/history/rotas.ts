import { ServicePlan } from '../company/CompanyPlan';
import { ownerAt } from '../company/ownerAt';

/** PagerDuty's name of the rota of a team: its escalation policy. */
export function rotaOf(team: string): string {
  const id = team.replace(/[^a-z]/g, '').toUpperCase();
  return `pagerduty:escalation-policy:P${id}`;
}

/** The rota of whoever owned a service at an instant. */
export function rotaAt(service: ServicePlan, at: number): string {
  return rotaOf(ownerAt(service, at).split('/')[1]);
}

/** Whether people are called for it, or it waits until they are at work. */
export function isUrgent(severity: string | undefined): boolean {
  return severity === 'P1' || severity === 'P2';
}
