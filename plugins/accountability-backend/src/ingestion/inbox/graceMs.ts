/** After this a crash of the replica that stored a delivery, or that took it over, is assumed. */
export const graceMs = 10_000;
