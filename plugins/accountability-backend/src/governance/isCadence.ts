const mostDays = 3650;

/** Whether so many days can lie between two attestations. */
export function isCadence(days: number): boolean {
  return Number.isInteger(days) && days >= 0 && days <= mostDays;
}
