import { Company } from 'demo';
import { Pool } from 'pg';
import { BenchOptions } from '../BenchOptions';
import { BenchServer } from '../server/BenchServer';

/** What every measure works with. */
export interface Bench {
  options: BenchOptions;
  company: Company;
  server: BenchServer;
  /** The plugin's own database. */
  pool: Pool;
}
