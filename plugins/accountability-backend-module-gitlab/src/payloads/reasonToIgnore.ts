/** Types of event that are understood, and why nothing is recorded of each. */
const reasons: [RegExp, string][] = [
  [/^note$/, 'Comments are not read: they are words of people'],
  [/^emoji$/, 'Reactions are not read: they are words of people'],
  [/^wiki_page$/, 'Pages of a wiki are no change to a service'],
  [/^milestone$/, 'Milestones are plans, and nothing that happened'],
  [
    /^feature_flag$/,
    'A feature flag says neither when it was switched nor where',
  ],
  [/^(access|deploy)_token$/, 'Tokens that expire change no service'],
  [/^repository_update$/, 'The event of the push itself says what was pushed'],
  [
    /^(project|group|subgroup|user|key)_/,
    'Who and what there is in GitLab is not recorded',
  ],
];

/** Why nothing is recorded of a type; undefined for a type that is read, or not known. */
export function reasonToIgnore(type: string): string | undefined {
  return reasons.find(([pattern]) => pattern.test(type))?.[1];
}
