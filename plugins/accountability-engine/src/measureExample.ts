import { FactValue, recordKinds } from 'backstage-plugin-accountability-common';
import { defaultSettings } from './defaultSettings';
import { FactDefinition, FactExample, ServiceInput } from './facts/defineFact';
import { measureFact } from './measureFact';
import { nothingSupplied } from './supply';
import { ago, referenceNow } from './testing';

/** A service with an owner that exists, as worked examples have it unless they say otherwise. */
export const exampleService: ServiceInput = {
  entityRef: 'component:default/payments-api',
  kind: 'Component',
  type: 'service',
  lifecycle: 'production',
  owner: 'group:default/payments',
  ownerResolves: true,
  spans: [
    {
      owner: 'group:default/payments',
      resolves: true,
      from: ago(365, 'd'),
      origin: 'catalog',
    },
  ],
  entity: { kind: 'Component', metadata: { name: 'payments-api' } },
};

/** Measures one worked example of a fact as the engine would measure it for a service. */
export function measureExample(
  fact: FactDefinition,
  example: FactExample,
): FactValue {
  const records = example.records ?? [];
  return measureFact(fact, {
    now: example.now ?? referenceNow,
    service: { ...exampleService, ...example.service },
    records,
    collectedKinds: example.collected ?? [
      ...new Set(records.map(({ kind }) => kind)),
    ],
    sourceKinds: [...recordKinds],
    settings: defaultSettings,
    poolTotals: example.poolTotals,
    people: example.people,
    authorship: example.authorship,
    codeowners: example.codeowners,
    attestations: example.attestations,
    exemptions: example.exemptions,
    exemptionsSince: example.exemptionsSince,
    supply: { ...nothingSupplied, ...example.supply },
    siblings: example.siblings,
    servicesOfOwner: example.servicesOfOwner,
  });
}
