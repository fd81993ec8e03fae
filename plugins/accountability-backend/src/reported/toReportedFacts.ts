import { ReportedFact } from 'backstage-plugin-accountability-engine';
import { FactProvider } from 'backstage-plugin-accountability-node';

/** Facts of providers as the engine knows them, in the order of their ids. */
export function toReportedFacts(
  providers: readonly FactProvider[],
): ReportedFact[] {
  return providers
    .flatMap(({ id: provider, facts }) =>
      facts.map(({ id, unit, maxAgeMs }) => ({ id, unit, provider, maxAgeMs })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
