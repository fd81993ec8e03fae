import { markersOf } from './markersOf';
import { otherMarkers } from './otherMarkers';
import { ProvenanceMarker } from './ProvenanceMarker';

const CHAOSS = 'chaoss/ai-detection-action';
const SEEN = 'seen in public repositories';
const GIT_AI = 'git-ai-project/git-ai, agent_detection.rs';

/**
 * Markers that tools are known to leave. Data, not law: tools change, and
 * configuration adds, replaces and switches off.
 */
export const provenanceMarkers: readonly ProvenanceMarker[] = [
  ...markersOf({
    id: 'claude-code',
    tool: 'Claude Code',
    identities: ['noreply@anthropic.com'],
    source: 'Claude Code settings, attribution; apache/pinot#18688',
    more: [
      {
        channel: 'message',
        match: ['^🤖 Generated with \\[?Claude Code\\b'],
      },
      {
        channel: 'request',
        match: ['🤖 Generated with \\[?Claude Code\\b'],
      },
      {
        channel: 'trailer',
        match: ['Claude-Session: https://claude\\.ai/code/'],
      },
    ],
  }),
  ...markersOf({
    id: 'claude-app',
    tool: 'Claude Code',
    identities: ['claude[bot]'],
    source: CHAOSS,
  }),
  ...markersOf({
    id: 'copilot-agent',
    tool: 'GitHub Copilot coding agent',
    identities: [
      '198982749+copilot@users.noreply.github.com',
      'copilot-swe-agent[bot]',
    ],
    level: 'attested',
    source: 'github/docs, about the coding agent',
    more: [
      {
        channel: 'trailer',
        match: ['Agent-Logs-Url: https://github\\.com/'],
        validFrom: '2026-03-20',
      },
      { channel: 'branch', match: ['^copilot/'], level: 'inferred' },
    ],
  }),
  ...markersOf({
    id: 'copilot-cli',
    tool: 'GitHub Copilot',
    identities: ['223556219+copilot@users.noreply.github.com'],
    source: 'github/copilot-cli#3181',
  }),
  // VS Code stamped commits that were written by hand, microsoft/vscode#313064.
  ...(
    [
      { id: 'vscode', level: 'declared', validTo: '2026-04-15' },
      {
        id: 'vscode-default',
        level: 'inferred',
        validFrom: '2026-04-15',
        validTo: '2026-07-01',
      },
      { id: 'vscode-since', level: 'declared', validFrom: '2026-07-01' },
    ] as const
  ).map(
    (when): ProvenanceMarker => ({
      ...when,
      tool: 'GitHub Copilot',
      channel: 'co-author',
      match: ['copilot@github.com'],
      role: 'assist',
      source: 'microsoft/vscode#296435, #310226, #313931',
    }),
  ),
  ...markersOf({
    id: 'cursor',
    tool: 'Cursor',
    identities: ['cursoragent@cursor.com', 'cursor[bot]', 'cursoragent[bot]'],
    source: GIT_AI,
  }),
  ...markersOf({
    id: 'codex',
    tool: 'OpenAI Codex',
    identities: ['noreply@openai.com', 'chatgpt-codex-connector[bot]'],
    source: 'openai/codex#14051, #18095',
    more: [
      { channel: 'branch', match: ['^codex/'], level: 'inferred' },
      { channel: 'label', match: ['^codex$'], level: 'inferred' },
    ],
  }),
  ...markersOf({
    id: 'devin',
    tool: 'Devin',
    identities: ['devin-ai-integration[bot]'],
    source: GIT_AI,
    more: [
      {
        channel: 'request',
        match: ['Link to Devin (?:session|run): https://app\\.devin\\.ai/'],
      },
    ],
  }),
  ...markersOf({
    id: 'jules',
    tool: 'Jules',
    identities: ['google-labs-jules[bot]'],
    source: SEEN,
  }),
  ...markersOf({
    id: 'aider',
    tool: 'aider',
    identities: ['aider@aider.chat', 'noreply@aider.chat'],
    source: 'Aider-AI/aider, repo.py',
    more: [
      { channel: 'author-name', match: [' \\(aider\\)$'] },
      { channel: 'message', match: ['^aider: '], level: 'inferred' },
    ],
  }),
  ...markersOf({
    id: 'amp',
    tool: 'Amp',
    identities: ['amp@ampcode.com'],
    source: SEEN,
    more: [
      {
        channel: 'trailer',
        match: ['Amp-Thread-ID: https://ampcode\\.com/threads/'],
      },
    ],
  }),
  ...markersOf({
    id: 'crush',
    tool: 'Crush',
    identities: ['crush@charm.land'],
    source: 'charmbracelet/crush, config.go',
    more: [{ channel: 'message', match: ['^💘 Generated with Crush\\b'] }],
  }),
  ...(
    [
      ['opencode', 'opencode', 'noreply@opencode.ai'],
      ['openhands', 'OpenHands', 'openhands@all-hands.dev'],
      ['roo', 'Roo Code', 'roomote@roocode.com'],
      ['command-code', 'Command Code', 'noreply@commandcode.ai'],
    ] as const
  ).flatMap(([id, tool, address]) =>
    markersOf({ id, tool, identities: [address], source: GIT_AI }),
  ),
  ...markersOf({
    id: 'replit',
    tool: 'Replit Agent',
    source: CHAOSS,
    more: [{ channel: 'trailer', match: ['Replit-Commit-Author: Agent$'] }],
  }),
  ...markersOf({
    id: 'entire',
    tool: 'Entire',
    source: CHAOSS,
    role: 'assist',
    level: 'inferred',
    more: [{ channel: 'trailer', match: ['Entire-(?:Session|Agent): '] }],
  }),
  ...markersOf({
    id: 'assisted-by',
    tool: 'a tool by the kernel’s policy',
    role: 'assist',
    source: 'torvalds/linux, Documentation/process/coding-assistants.rst',
    more: [
      {
        channel: 'trailer',
        match: [
          'Assisted-by: (?!none\\b)[\\w .-]+:\\S',
          'Assisted-by: (?!none\\b)\\w+$',
        ],
      },
    ],
  }),
  ...markersOf({
    id: 'generated-by',
    tool: 'a tool of no known name',
    level: 'inferred',
    source: 'free form, of no specification',
    more: [
      {
        channel: 'trailer',
        match: ['Generated-by: ', 'AI-[\\w-]+: (?!no(?:ne)?\\b)'],
      },
    ],
  }),
  ...otherMarkers,
];
