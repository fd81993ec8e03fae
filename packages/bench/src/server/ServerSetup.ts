import { CompanyOptions } from 'demo';

/** What the server process is told before it starts. */
export interface ServerSetup {
  postgresUrl: string;
  /** Begins the names of the databases it makes. */
  databasePrefix: string;
  /** Directory that policy is read from. */
  policies: string;
  company: Partial<CompanyOptions> & { now: number };
}
