/** The instant of worked examples: 23 Nov 2026, 12:00 UTC. */
export const referenceNow = Date.UTC(2026, 10, 23, 12);
