import { FactContext, Measurement } from './defineFact';

/** Incidents are of production, and so are their causes: of another environment nothing is known, which is no zero. */
export function onlyInProduction({
  environment,
}: FactContext): Measurement | undefined {
  if (environment === 'production') return undefined;
  return {
    status: 'unknown',
    reason: 'insufficient-data',
    because: `Incidents are told of production only, so this cannot be said of ${environment}; ask for production`,
  };
}
