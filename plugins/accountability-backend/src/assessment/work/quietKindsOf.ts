import { RecordKind } from 'backstage-plugin-accountability-common';
import { QuietKind } from 'backstage-plugin-accountability-engine';

/** A source that has gone quiet, since when, and why that is no ordinary silence. */
export type QuietSource = Omit<QuietKind, 'kind'>;

/** A subject is led by the source that names it so; what it was told of is told no more while that source is quiet. */
export function quietKindsOf(
  subjects: readonly string[],
  given: {
    collected: ReadonlyMap<string, readonly RecordKind[]>;
    quiet: readonly QuietSource[];
  },
): QuietKind[] {
  return given.quiet.flatMap(source => {
    const told = subjects
      .filter(subject => subject.startsWith(`${source.source}:`))
      .flatMap(subject => given.collected.get(subject) ?? []);
    return [...new Set(told)].sort().map(kind => ({ ...source, kind }));
  });
}
