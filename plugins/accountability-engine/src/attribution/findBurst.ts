import { IncidentRecord } from 'backstage-plugin-accountability-common';

/** Incidents that began within so long of each other are one event of the platform, milliseconds. */
export const burstMs = 2 * 60_000;
/** Of at least so many services; fewer come together by chance. */
const burstServices = 3;

/** An incident that began, and the service that it is of. */
export interface Begun {
  incident: string;
  /** Entity ref. */
  service: string;
  startedAt: number;
}

/** Incidents of several services that began together. */
export interface FoundBurst {
  /** Oldest first. */
  incidents: Begun[];
  /** The one of their services that all others depend on, where there is just one: then it is a cascade. */
  root?: string;
}

/**
 * The burst that an incident is part of: of all stretches of two minutes that
 * hold it, the one in which incidents of most services began; undefined where
 * those are fewer than three. `dependsOn` gives what a service depends on, as
 * entity refs.
 */
export function findBurst(
  begun: readonly Begun[],
  incident: Pick<IncidentRecord, 'id' | 'startedAt'>,
  dependsOn: (service: string) => readonly string[] = () => [],
): FoundBurst | undefined {
  const sorted = [...begun].sort(
    (a, b) => a.startedAt - b.startedAt || (a.incident < b.incident ? -1 : 1),
  );
  if (!sorted.some(one => one.incident === incident.id)) return undefined;
  let best: Begun[] = [];
  for (const { startedAt: from } of sorted) {
    if (from > incident.startedAt) break;
    const together = sorted.filter(
      ({ startedAt }) => startedAt >= from && startedAt <= from + burstMs,
    );
    const holdsIt = together.some(one => one.incident === incident.id);
    if (holdsIt && servicesIn(together).size > servicesIn(best).size) {
      best = together;
    }
  }
  const services = servicesIn(best);
  if (services.size < burstServices) return undefined;
  const root = rootOf(services, dependsOn);
  return { incidents: best, ...(root && { root }) };
}

function servicesIn(begun: readonly Begun[]): Set<string> {
  return new Set(begun.map(({ service }) => service));
}

/** The one service that every other reaches over dependencies among them. */
function rootOf(
  services: ReadonlySet<string>,
  dependsOn: (service: string) => readonly string[],
): string | undefined {
  const reachedBy = (service: string) => {
    const reached = new Set([service]);
    for (const one of reached) {
      for (const next of dependsOn(one)) {
        if (services.has(next)) reached.add(next);
      }
    }
    return reached;
  };
  const all = [...services].map(reachedBy);
  const roots = [...services].filter(one => all.every(set => set.has(one)));
  return roots.length === 1 ? roots[0] : undefined;
}
