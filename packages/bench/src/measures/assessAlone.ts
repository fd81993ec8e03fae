import {
  Assessment,
  recordKinds,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import {
  assess,
  builtInFacts,
  compilePolicy,
  defaultSettings,
  ServiceInput,
} from 'backstage-plugin-accountability-engine';
import { busyAuthorship } from '../load/busyAuthorship';
import { busyPeople } from '../load/busyPeople';
import { Subject } from './deployOnce';

const policy = compilePolicy({ files: [], facts: builtInFacts, digest: '' });

/** All facts of a service worked out from its records, in this process and without a database. */
export function assessAlone(
  subject: Subject,
  records: ServiceRecord[],
): Assessment {
  return assess({
    now: Date.now(),
    service: benchService(subject),
    records,
    collectedKinds: [...recordKinds],
    sourceKinds: [...recordKinds],
    facts: builtInFacts,
    policy,
    people: busyPeople,
    authorship: busyAuthorship(Date.now()),
    settings: defaultSettings,
  });
}

/** A service as the engine knows it, owned by one group from the beginning. */
export function benchService({ entityRef }: Subject): ServiceInput {
  return {
    entityRef,
    kind: 'Component',
    ownerResolves: true,
    owner: 'group:default/bench',
    spans: [
      {
        from: 0,
        owner: 'group:default/bench',
        resolves: true,
        origin: 'catalog',
      },
    ],
    entity: {},
  };
}
