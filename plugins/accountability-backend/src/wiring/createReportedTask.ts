import { LoggerService } from '@backstage/backend-plugin-api';
import { FactProvider } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { markDue } from '../assessment';
import { ProviderReader } from '../reported';

interface Options {
  logger: LoggerService;
  knex: Knex;
  providers: readonly FactProvider[];
  /** Has what was made due assessed at once. */
  wake(): void;
  /** The backend shuts down. */
  stop: AbortSignal;
}

/** What by the clock asks those who measure facts elsewhere; nobody where no module adds any. */
export function createReportedTask(options: Options): {
  reportedFacts(signal: AbortSignal): Promise<void>;
} {
  const { knex, providers, wake, stop } = options;
  const reader = ProviderReader.create({
    ...options,
    database: knex,
    onChanged: (trx, entityRefs) =>
      markDue(trx, { entityRefs, dueAt: Date.now() }),
  });
  return {
    reportedFacts: async signal => {
      if (providers.length === 0) return;
      const ended = AbortSignal.any([signal, stop]);
      if (await reader.run({ signal: ended })) wake();
    },
  };
}
