import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { FactDefinition } from 'backstage-plugin-accountability-engine';
import { DeliverySource } from './DeliverySource';
import { AskedEngine } from './AskedEngine';
import { FactProvider } from './FactProvider';

/** Adds kinds of sender. */
export interface SourcesExtensionPoint {
  addSource(source: DeliverySource): void;
}

/** Adds kinds of sender; one module a source. */
export const sourcesExtensionPoint =
  createExtensionPoint<SourcesExtensionPoint>({ id: 'accountability.sources' });

/** Adds facts beside the built-in ones. */
export interface FactsExtensionPoint {
  addFact(fact: FactDefinition): void;
}

/** Adds facts beside the built-in ones; a stranger's fact is equal to ours. */
export const factsExtensionPoint = createExtensionPoint<FactsExtensionPoint>({
  id: 'accountability.facts',
});

/** Adds engines that rules may name beside the built-in one. */
export interface PolicyEnginesExtensionPoint {
  addEngine(engine: AskedEngine): void;
}

/** Adds engines that rules may name beside the built-in one. */
export const policyEnginesExtensionPoint =
  createExtensionPoint<PolicyEnginesExtensionPoint>({
    id: 'accountability.policy-engines',
  });

/** Adds facts that others measure. */
export interface FactProvidersExtensionPoint {
  addProvider(provider: FactProvider): void;
}

/** Adds facts that others measure; what they tell is kept and read by policy like any other fact. */
export const factProvidersExtensionPoint =
  createExtensionPoint<FactProvidersExtensionPoint>({
    id: 'accountability.fact-providers',
  });
