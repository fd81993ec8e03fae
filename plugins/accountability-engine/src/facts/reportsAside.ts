import { WindowBy } from './defineFact';

/** Reports attest what made a change wherever they stand in time; by themselves they move nothing. */
export const reportsAside: WindowBy = { report: () => undefined };
