import { didYouMean } from 'backstage-plugin-accountability-engine';
import { CaseReader, faultAtKey } from './CaseReader';

/** What a case says of one fact, and by which keys. */
export interface Leaf {
  id: string;
  value: unknown;
  path: string[];
}

/** Facts by id, written whole (`security.open_findings: 0`) or as maps within each other (`security: { open_findings: 0 }`). */
export function leavesOf(
  part: 'facts' | 'ages',
  given: Readonly<Record<string, unknown>>,
  reading: CaseReader,
): Leaf[] {
  const ids = [...reading.facts.keys()];
  const walk = (
    map: object,
    { prefix, path }: { prefix: string; path: string[] },
  ): Leaf[] =>
    Object.entries(map).flatMap(([key, value]): Leaf[] => {
      const id = `${prefix}${key}`;
      const here = [...path, key];
      if (reading.facts.has(id)) return [{ id, value, path: here }];
      const isAbove = ids.some(known => known.startsWith(`${id}.`));
      if (isAbove && (value === null || typeof value === 'object')) {
        return walk(value ?? {}, { prefix: `${id}.`, path: here });
      }
      const said = isAbove
        ? `'${id}' is no fact by itself (write its facts below it)`
        : `unknown fact '${id}'${
            didYouMean(id, ids) || ' (name facts of others with --facts)'
          }`;
      faultAtKey(reading, [part, ...here], said);
      return [];
    });
  return walk(given, { prefix: '', path: [] });
}
