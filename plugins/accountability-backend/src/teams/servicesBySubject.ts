import { Exemption } from 'backstage-plugin-accountability-common';
import { groupBy } from 'lodash';

/** What of a service may be the subject of an exemption. */
export interface Exemptable {
  entityRef: string;
  owner?: string;
  system?: string;
}

/** Finds the services that an exemption is for, of those given. */
export function servicesBySubject<T extends Exemptable>(
  services: readonly T[],
): (subject: Exemption['subject']) => readonly T[] {
  const by = {
    service: groupBy(services, one => one.entityRef.toLowerCase()),
    owner: groupBy(services, one => one.owner?.toLowerCase()),
    system: groupBy(services, one => one.system?.toLowerCase()),
  };
  return subject => by[subject.by][subject.ref] ?? [];
}
