import { UploadExample } from '../UploadExample';
import { uploadHeaders } from '../uploadHeaders';

/** A note of git-ai with all three kinds of keys. */
export const gitAiNote = `src/main.rs
  s_c9883b05a2487d::t_9f8e7d6c5b4a32 1-10,15
  h_31dce776f88375 10-12
"src/my file.rs"
  abcd1234abcd1234 1-5
---
{
  "schema_version": "authorship/3.0.0",
  "git_ai_version": "1.4.5",
  "base_commit_sha": "7734793b756b3921c88db5375a8c156e9532447b",
  "prompts": {
    "abcd1234abcd1234": {
      "agent_id": { "tool": "claude", "id": "1", "model": "m" },
      "human_author": "somebody <somebody@example.org>",
      "accepted_lines": 5
    }
  },
  "humans": { "h_31dce776f88375": { "author": "somebody <somebody@example.org>" } },
  "sessions": {
    "s_c9883b05a2487d": {
      "agent_id": { "tool": "cursor", "id": "2", "model": "m" },
      "human_author": "somebody@example.org"
    }
  }
}
`;

/** A record of Agent Trace. */
export const trace = {
  version: '0.1.0',
  id: '550e8400-e29b-41d4-a716-446655440000',
  timestamp: '2026-11-20T10:00:00Z',
  vcs: { type: 'git', revision: '2f1c9e4b7a60a1b2c3d4e5f6a7b8c9d0e1f2a3b4' },
  tool: { name: 'cursor', version: '2.4.0' },
  files: [
    {
      path: 'src/parser.ts',
      conversations: [
        {
          url: 'https://trace.example.org/conversations/of-somebody',
          contributor: { type: 'ai', model_id: 'acme/model' },
          ranges: [
            { start_line: 1, end_line: 10 },
            { start_line: 20, end_line: 24, contributor: { type: 'mixed' } },
          ],
        },
        {
          contributor: { type: 'human' },
          ranges: [{ start_line: 9, end_line: 12 }],
        },
        { ranges: [{ start_line: 30, end_line: 30 }] },
      ],
    },
  ],
  metadata: { author: 'somebody' },
};

const headers = uploadHeaders({ at: '2026-11-20T10:00:00Z' });

/** Who wrote lines: machines and people, and never which person. */
export const provenanceExamples: UploadExample[] = [
  { source: 'git-ai', name: 'a note of a commit', headers, body: gitAiNote },
  { source: 'agent-trace', name: 'one record', headers, body: trace },
  {
    source: 'agent-trace',
    name: 'records, one a line',
    headers,
    body: [trace, { ...trace, tool: { name: 'claude' } }]
      .map(record => JSON.stringify(record))
      .join('\n'),
  },
];
