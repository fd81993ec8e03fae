import { LoggerService } from '@backstage/backend-plugin-api';
import { CompiledPolicy } from 'backstage-plugin-accountability-engine';

/** Logs a policy that was read: its faults one by one, and what came of it in one line. */
export function tellOfPolicy(
  logger: LoggerService,
  given: {
    policy: CompiledPolicy;
    locations: readonly string[];
    /** No rule of it compiles. */
    isEmpty: boolean;
  },
): void {
  const { policy, isEmpty } = given;
  for (const { file, line, column, message } of policy.diagnostics) {
    logger.warn(`${file}:${line}:${column}: ${message}`);
  }
  const places = given.locations.join(', ');
  if (isEmpty) {
    logger.error(
      `No check in ${places} compiles; the last good policy stays in force`,
    );
    return;
  }
  const rules = policy.documents.flatMap(document => document.rules);
  const kept = rules.filter(({ state }) => state === 'kept').length;
  const refused = rules.filter(({ state }) => state === 'refused').length;
  const checks = policy.scorecards.flatMap(scorecard => scorecard.checks);
  logger.info(
    `Policy ${policy.digest.slice(0, 12)} of ${places}: ${
      checks.length
    } checks of ${policy.scorecards.length} scorecards, ${
      policy.gates.length
    } gates; of ${kept} rules the last good policy stays in force, ${refused} are left out`,
  );
}
