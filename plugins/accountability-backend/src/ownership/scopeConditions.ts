/** When the deployments of a service `m` compete with those of a service `s`, as SQL over rows of `services`: any of the conditions. */
export const scopeConditions = {
  system: ['m.system = s.system'],
  project: ['m.project = s.project'],
  // One who names no project has those of its system that name none either.
  'project-or-system': [
    'm.project = s.project',
    'm.system = s.system and m.project is null and s.project is null',
  ],
  owner: ['m.owner_ref = s.owner_ref'],
} as const satisfies Record<string, readonly string[]>;
