/** What a file can be imported as. */
export const targets = ['deployments', 'incidents', 'ownership'] as const;

/** What a file is imported as. */
export type Target = (typeof targets)[number];

/** Fields a mapping may fill for each target, and those it must. */
export const fieldsOf: Record<
  Target,
  { required: readonly string[]; optional: readonly string[] }
> = {
  deployments: {
    required: ['subject', 'at'],
    optional: [
      'record',
      'startedAt',
      'result',
      'environment',
      'version',
      'sha',
      'artifact',
      'title',
      'url',
    ],
  },
  incidents: {
    required: ['subject', 'at'],
    optional: [
      'record',
      'acknowledgedAt',
      'resolvedAt',
      'impactStart',
      'severity',
      'causeBy',
      'causeRecord',
      'causeSha',
      'causeVersion',
      'title',
      'url',
    ],
  },
  ownership: { required: ['entityRef', 'owner', 'at'], optional: [] },
};

/** Every field of a target. */
export function allFields(target: Target): string[] {
  return [...fieldsOf[target].required, ...fieldsOf[target].optional];
}
