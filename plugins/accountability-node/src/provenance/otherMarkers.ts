import { markersOf } from './markersOf';
import { ProvenanceMarker } from './ProvenanceMarker';

/** Markers that say something else than that a machine wrote it: suggestions taken over, automation, and somebody's word that none took part. */
export const otherMarkers: readonly ProvenanceMarker[] = [
  ...markersOf({
    id: 'copilot-autofix',
    tool: 'GitHub Copilot Autofix',
    identities: ['175728472+copilot@users.noreply.github.com'],
    role: 'review-suggestion',
    level: 'inferred',
    source: 'seen in public repositories',
  }),
  ...markersOf({
    id: 'gemini-review',
    tool: 'Gemini Code Assist',
    identities: ['gemini-code-assist[bot]'],
    role: 'review-suggestion',
    level: 'inferred',
    source: 'chaoss/ai-detection-action',
  }),
  ...markersOf({
    id: 'coderabbit',
    tool: 'CodeRabbit',
    identities: ['coderabbitai[bot]'],
    role: 'review-suggestion',
    level: 'inferred',
    source: 'chaoss/ai-detection-action',
  }),
  ...markersOf({
    id: 'nobody',
    tool: 'none',
    role: 'none',
    source: 'the same policy, said the other way',
    more: [
      {
        channel: 'trailer',
        match: ['Assisted-by: none\\b', 'AI-Assisted: no(?:ne)?\\b'],
      },
      {
        channel: 'request',
        match: ['^\\s*[-*] \\[x\\] .*\\b(?:no|without) (?:AI|machine)\\b'],
      },
    ],
  }),
  ...markersOf({
    id: 'automation',
    tool: 'a bot that follows rules',
    identities: [
      'dependabot[bot]',
      'dependabot-preview[bot]',
      'renovate[bot]',
      'renovate-bot',
      'bot@renovateapp.com',
      'github-actions[bot]',
      'github-merge-queue[bot]',
      'pre-commit-ci[bot]',
      'autofix-ci[bot]',
      'allcontributors[bot]',
      'imgbot[bot]',
      'snyk-bot',
      'greenkeeper[bot]',
      'semantic-release-bot',
      'release-please[bot]',
      'changeset-bot[bot]',
      'weblate',
      'support@github.com',
    ],
    role: 'automation',
    source: 'documentation of each',
  }),
];
