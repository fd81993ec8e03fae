import { UploadedFinding } from '../../UploadFormat';
import { KeyedFinding } from './toFinding';

/**
 * Tells findings of one key apart by their order in the file: two equal ones
 * are two holes. When one goes, the last of them counts as fixed, so their
 * number is right whichever it was.
 */
export function countEqual(
  keyed: readonly KeyedFinding[],
): readonly UploadedFinding[] {
  const seen = new Map<string, number>();
  return [...keyed]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ finding }) => {
      const before = seen.get(finding.identity) ?? 0;
      seen.set(finding.identity, before + 1);
      return before === 0
        ? finding
        : { ...finding, identity: `${finding.identity}#${before + 1}` };
    });
}
