import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { busyContributor } from './busyPeople';
import { drawn, HOUR, isOf, Nth } from './nthRecord';

/** Who wrote and read a change, what it touches and what marks it. */
export function changeDetails(
  { n }: Nth,
  endedAt: number,
): Partial<ChangeRecord> {
  const lines = 1 + drawn(n, 400, 41);
  const isMarked = isOf(20, n, 20);
  return {
    author: busyContributor(drawn(n, 40, 42)),
    authorKind: 'person',
    code: { files: 4, sources: 3, tests: 1, additions: lines, deletions: 5 },
    paths: [0, 1, 2, 3].map(
      k =>
        `src/area${drawn(n + k, 30, 43)}/part/file${drawn(n + k, 40, 44)}.ts`,
    ),
    mergeMethod: 'squash',
    reviews: [
      {
        by: busyContributor(drawn(n, 40, 45)),
        kind: 'person',
        verdict: 'approve',
        at: endedAt - drawn(n, 5 * HOUR, 46),
        comments: drawn(n, 4, 47),
      },
    ],
    provenance: {
      ...(isMarked && { level: 'declared' as const, fraction: 1 }),
      tools: isMarked ? ['Claude Code'] : [],
      commits: 3,
      automation: false,
      suggestions: false,
      none: !isMarked && isOf(30, n, 48),
      signedByTool: false,
      evidence: [],
    },
    bypassed: isOf(2, n, 49) ? ['ruleset'] : [],
    ...(isMarked && { machineWritten: 'declared' as const }),
  };
}
