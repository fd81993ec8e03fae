import { IANAZone } from 'luxon';
import { OwnershipProblem } from './OwnershipProblem';
import { namesWindow, readAttributionWindow } from './readAttributionWindow';
import { namesProject, readProject } from './readProject';
import { CatalogGroup } from './buildGroupTree';
import { ResolvedEntity } from './writeServices';

/** What is wrong with the owners that services name now or named before. */
export function findOwnerProblems(options: {
  services: readonly ResolvedEntity[];
  /** Owners, of today or earlier, that name no entity. */
  missing: readonly string[];
}): OwnershipProblem[] {
  const ofServices = options.services.flatMap(
    ({ entityRef, owner, resolves }): OwnershipProblem[] => {
      if (owner === null) {
        return [
          {
            entityRef,
            problem: 'no-owner',
            because: `${entityRef} names no owner; add spec.owner.`,
          },
        ];
      }
      if (resolves) return [];
      return [
        {
          entityRef,
          problem: 'unresolved-owner',
          because: `${entityRef} names ${owner} as owner, which is not in the catalog; correct spec.owner or add that entity.`,
        },
      ];
    },
  );
  const ofOwners = options.missing.map((entityRef): OwnershipProblem => {
    return {
      entityRef,
      problem: 'no-such-entity',
      because: `${entityRef} owns or owned services and is not in the catalog.`,
    };
  });
  return [...ofServices, ...ofOwners];
}

/** Windows of attribution that cannot be read: those services have the one of the settings. */
export function findWindowProblems(
  services: readonly ResolvedEntity[],
): OwnershipProblem[] {
  return services.flatMap(({ entityRef, entity }): OwnershipProblem[] => {
    if (!namesWindow(entity)) return [];
    const window = readAttributionWindow(JSON.parse(entity));
    if (window.status !== 'unreadable') return [];
    const because = `${entityRef} has ${window.because}; the window of the settings is used.`;
    return [{ entityRef, problem: 'unreadable-window', because }];
  });
}

/** Projects that cannot be read: those services are of none. */
export function findProjectProblems(
  services: readonly ResolvedEntity[],
): OwnershipProblem[] {
  return services.flatMap(({ entityRef, entity }): OwnershipProblem[] => {
    if (!namesProject(entity)) return [];
    const project = readProject(JSON.parse(entity).metadata?.annotations);
    if (project.status !== 'unreadable') return [];
    const because = `${entityRef} has ${project.because}; it is of no project.`;
    return [{ entityRef, problem: 'unreadable-project', because }];
  });
}

/** Splits off time zones that do not exist: those teams are read in UTC. */
export function checkZones(groups: readonly CatalogGroup[]) {
  const problems: OwnershipProblem[] = [];
  const checked = groups.map(group => {
    if (group.zone === undefined || IANAZone.isValidZone(group.zone)) {
      return group;
    }
    problems.push({
      entityRef: group.groupRef,
      problem: 'unknown-zone',
      because: `${group.groupRef} has accountability.io/zone ${group.zone}, which is no IANA time zone; UTC is used.`,
    });
    return { ...group, zone: undefined };
  });
  return { groups: checked, problems };
}
