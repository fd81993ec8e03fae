import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { FactDefinition } from 'backstage-plugin-accountability-engine';
import { DeliverySource } from './DeliverySource';

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
