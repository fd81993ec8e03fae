import { CompanyPlan, ServicePlan } from '../company/CompanyPlan';
import { ownerAt } from '../company/ownerAt';
import { staffOfOwner } from '../company/staffOf';

/** People of the owner of then, those who know the service best first; each service has its own order. */
export function teamThen(
  plan: CompanyPlan,
  { service, at }: { service: ServicePlan; at: number },
): string[] {
  const staff = staffOfOwner(plan, ownerAt(service, at));
  const turn = staff.length ? service.index % staff.length : 0;
  return [...staff.slice(turn), ...staff.slice(0, turn)];
}
