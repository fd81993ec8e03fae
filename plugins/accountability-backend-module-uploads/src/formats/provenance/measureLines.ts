import { Claim, countLines } from './countLines';

/** What a report of provenance counts, over all its files. */
export function measureLines(
  files: ReadonlyMap<string, readonly Claim[]>,
  tools: ReadonlySet<string>,
): Record<string, number> {
  const measures = {
    machine_lines: 0,
    human_lines: 0,
    mixed_lines: 0,
    files: files.size,
    tools: tools.size,
  };
  let unknown = 0;
  for (const claims of files.values()) {
    const counts = countLines(claims);
    measures.machine_lines += counts.machine;
    measures.human_lines += counts.human;
    measures.mixed_lines += counts.mixed;
    unknown += counts.unknown;
  }
  return unknown > 0 ? { ...measures, unknown_lines: unknown } : measures;
}
