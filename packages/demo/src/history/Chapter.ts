import { ServicePlan } from '../company/CompanyPlan';
import { Random } from '../company/Random';

/** What every part of a service's story starts from. */
export interface Chapter {
  service: ServicePlan;
  random: Random;
  from: number;
  to: number;
}

/** The repository's name at an instant: repositories get renamed. */
export function slugAt(service: ServicePlan, at: number): string {
  const { formerly } = service;
  return formerly && at < formerly.until ? formerly.slug : service.slug;
}
