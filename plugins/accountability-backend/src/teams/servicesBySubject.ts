import { Exemption } from 'backstage-plugin-accountability-common';

/** What of a service may be the subject of an exemption. */
export interface Exemptable {
  entityRef: string;
  owner?: string;
  system?: string;
}

type Subject = Exemption['subject'];

/** Finds the services that exemptions are for, of those given, in one pass over them. */
export function servicesBySubject<T extends Exemptable>(
  services: readonly T[],
  subjects: readonly Subject[],
): (subject: Subject) => readonly T[] {
  const found = {
    service: new Map<string, T[]>(),
    owner: new Map<string, T[]>(),
    system: new Map<string, T[]>(),
  };
  for (const { by, ref } of subjects) found[by].set(ref, []);
  for (const service of subjects.length > 0 ? services : []) {
    const { entityRef, owner, system } = service;
    found.service.get(entityRef.toLowerCase())?.push(service);
    if (owner) found.owner.get(owner.toLowerCase())?.push(service);
    if (system) found.system.get(system.toLowerCase())?.push(service);
  }
  return ({ by, ref }) => found[by].get(ref) ?? [];
}
