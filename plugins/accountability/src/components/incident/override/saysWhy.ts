/** Characters that a reason must and may have, as the server reads it. */
export const reasonLimits = { least: 10, most: 2000 };

/** Whether a reason says enough to be kept. */
export function saysWhy(reason: string): boolean {
  return reason.trim().length >= reasonLimits.least;
}
