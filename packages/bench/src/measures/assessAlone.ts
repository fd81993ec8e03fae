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
} from 'backstage-plugin-accountability-engine';
import { busyPeople } from '../load/busyPeople';
import { Subject } from './deployOnce';

const policy = compilePolicy({ files: [], facts: builtInFacts, digest: '' });

/** All facts of a service worked out from its records, in this process and without a database. */
export function assessAlone(
  { entityRef }: Subject,
  records: ServiceRecord[],
): Assessment {
  return assess({
    now: Date.now(),
    service: {
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
    },
    records,
    collectedKinds: [...recordKinds],
    sourceKinds: [...recordKinds],
    facts: builtInFacts,
    policy,
    people: busyPeople,
    settings: defaultSettings,
  });
}
