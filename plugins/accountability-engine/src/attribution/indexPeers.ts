import { AttributionProfile } from './AttributionProfile';
import { IndexedDeployment } from './IndexedDeployment';
import { indexProduction } from './indexProduction';
import { Peer } from './Peer';

/**
 * Deployments of other services. One repository may belong to several services,
 * and a service in scope may also be depended on: each deployment counts once,
 * for the nearest service, else for the first by name.
 */
export function indexPeers(
  peers: readonly Peer[],
  given: {
    relation: Peer['relation'];
    profile: AttributionProfile;
    known: ReadonlyMap<string, IndexedDeployment>;
  },
): IndexedDeployment[] {
  const found = new Map<string, IndexedDeployment>();
  const inOrder = peers
    .filter(({ relation }) => relation === given.relation)
    .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  for (const { entityRef, ownerAt, deployments } of inOrder) {
    const of = { service: entityRef, ownerAt };
    for (const item of indexProduction(deployments, given.profile, of)) {
      const { id } = item.record;
      if (!given.known.has(id) && !found.has(id)) found.set(id, item);
    }
  }
  return [...found.values()];
}
