/**
 * What a result of a check does. `off`: the check is not asked. `audit`: it is
 * asked and shown, and counts nowhere. `warn`: it is counted, and holds
 * nothing back. `enforce`: it holds back a level, and closes a gate.
 */
export const checkModes = ['off', 'audit', 'warn', 'enforce'] as const;

/** What a result of a check does. */
export type CheckMode = (typeof checkModes)[number];

/** Modes of checks that are asked. */
export type AskedMode = Exclude<CheckMode, 'off'>;

/** How bad it is where a check does not pass, the least first. */
export const severities = ['low', 'medium', 'high', 'critical'] as const;

/** How bad it is where a check does not pass. */
export type Severity = (typeof severities)[number];

/** What a result that is none counts as at a gate. */
export const countedAs = ['pass', 'warn', 'fail'] as const;

/** What a result that is none counts as at a gate. */
export type CountedAs = (typeof countedAs)[number];

/** Where a gate may be asked from. */
export const enforcementPoints = [
  'pr',
  'deploy',
  'scaffolder',
  'catalog',
  'cli',
] as const;

/** Where a gate may be asked from. */
export type EnforcementPoint = (typeof enforcementPoints)[number];
