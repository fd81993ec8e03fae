import { ServicePlan } from './CompanyPlan';

/** Who owned a service at an instant; before anybody is known, who owns it now. */
export function ownerAt({ handOvers, owner }: ServicePlan, at: number): string {
  return handOvers.filter(one => one.at <= at).at(-1)?.owner ?? owner;
}
