import { Entity } from '@backstage/catalog-model';
import { DemoDelivery } from '../deliveries/DemoDelivery';
import { companyDeliveries } from '../deliveries/companyDeliveries';
import { liveMoment, LiveMoment } from '../deliveries/liveMoment';
import {
  groupEntities,
  serviceEntity,
  systemEntities,
  userEntities,
} from './catalogEntities';
import { CompanyOptions, CompanyPlan } from './CompanyPlan';
import { planCompany } from './planCompany';
import { planService } from './planService';

/** Halden: its catalog, its half year as deliveries, and what happens after. */
export interface Company {
  plan: CompanyPlan;
  entities: Entity[];
  /** The story from the start; each call tells it anew, in the same bytes. */
  deliveries(): Generator<DemoDelivery>;
  /** Something that happens after the story, at this instant. */
  liveMoment(at: number): LiveMoment;
}

const defaults = { seed: 'halden', services: 40, teams: 12, days: 180 };

/** Makes the company. The same options give the same bytes. */
export function createCompany(
  options: Partial<CompanyOptions> & { now: number },
): Company {
  const plan = planCompany({ ...defaults, ...options });
  const services = Array.from({ length: plan.options.services }, (_, index) =>
    serviceEntity(planService(plan, index)),
  );
  return {
    plan,
    entities: [
      ...groupEntities(plan),
      ...userEntities(plan),
      ...systemEntities(plan),
      ...services,
    ],
    deliveries: () => companyDeliveries(plan),
    liveMoment: at => liveMoment(plan, at),
  };
}
