import { FactContext, Measurement } from './defineFact';

/** Alerts name no environment: they are counted as those of production, and of another nothing can be said. */
export function alertsOfAnyEnvironment({
  environment,
}: FactContext): Measurement | undefined {
  if (environment === 'production') return undefined;
  return {
    status: 'unknown',
    reason: 'insufficient-data',
    because: `Alerts do not say which environment they are of, so this cannot be said of ${environment}; ask for production`,
  };
}
