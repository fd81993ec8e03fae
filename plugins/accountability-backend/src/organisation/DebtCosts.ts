import { DebtCost, DebtItem } from 'backstage-plugin-accountability-common';
import { ServiceState } from './ServiceState';
import { PolicyCheck } from './policyChecks';

/** Sums up how long incidents lasted. */
export const incidentTimeFact = 'reliability.incident_time';

/** Costs are told for so many days, whatever the window of the fact behind them. */
const COST_DAYS = 28;

const SECONDS = 3600;

/** What debts cost, by the facts in seconds that were read of services. */
export class DebtCosts {
  /** @param windowDays - of each fact in seconds, by id */
  constructor(private readonly windowDays: ReadonlyMap<string, number>) {}

  /** Seconds of a check's cost in hours of four weeks; 0 where it names none. */
  hours(seconds: number, { cost }: Pick<PolicyCheck, 'cost'>): number {
    const days = cost === undefined ? undefined : this.windowDays.get(cost);
    return days === undefined ? 0 : ((seconds / SECONDS) * COST_DAYS) / days;
  }

  /** What a check costs that these services do not pass; empty where it names no cost. */
  of(
    states: readonly ServiceState[],
    { cost: fact, effortDays }: PolicyCheck,
  ): Pick<DebtItem, 'cost' | 'hoursPerDay'> {
    if (fact === undefined || !this.windowDays.has(fact)) return {};
    const { seconds, known } = sum(states, fact);
    const hours = this.hours(seconds, { cost: fact });
    const cost: DebtCost = { fact, hours, known };
    if (known === 0 || effortDays === undefined) return { cost };
    return { cost, hoursPerDay: hours / (effortDays * states.length) };
  }

  /** Incidents of these services; empty where nothing is known of any. */
  incidents(states: readonly ServiceState[]): Pick<DebtItem, 'incidents'> {
    const { seconds } = sum(states, incidentTimeFact);
    const counts = states.flatMap(({ incidents = [] }) => incidents);
    if (counts.length === 0) return {};
    return {
      incidents: {
        count: counts.reduce((a, b) => a + b, 0),
        hours: seconds / SECONDS,
      },
    };
  }
}

function sum(states: readonly ServiceState[], fact: string) {
  let [seconds, known] = [0, 0];
  for (const { times } of states) {
    const value = times.get(fact);
    if (value === undefined) continue;
    seconds += value;
    known++;
  }
  return { seconds, known };
}
