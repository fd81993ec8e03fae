import { z } from 'zod';
import { lenient } from '../../bodies/lenient';
import { listOf } from '../../bodies/lists';
import { isClaim } from './countLines';

const contributor = lenient(
  z.object({ type: z.enum(['human', 'ai', 'mixed', 'unknown']) }),
);

const range = z
  .object({ start_line: z.int(), end_line: z.int(), contributor })
  .refine(
    ({ start_line: from, end_line: to }) => isClaim({ from, to }),
    'is no range of lines',
  );

/** What is read of an Agent Trace record. Conversations and models are not, and it names no people. */
export const traceRecord = z.object({
  version: z
    .string()
    .regex(/^0\.1(\.\d+)?$/, 'is not 0.1.0, the version that is read'),
  timestamp: z.string(),
  vcs: lenient(z.object({ type: z.string(), revision: z.string() })),
  tool: lenient(z.object({ name: lenient(z.string()) })),
  files: listOf(
    z.object({
      path: z.string(),
      conversations: listOf(
        z.object({ contributor, ranges: listOf(range, 100_000) }),
        10_000,
      ),
    }),
    100_000,
  ),
});

/** One record of Agent Trace. */
export type TraceRecord = z.output<typeof traceRecord>;
