import { countBy, sortBy } from 'lodash';

/** Most areas that one change counts for. */
const MOST_AREAS = 20;
/** Longest name kept of an area; an index takes no more than so many bytes well. */
const LONGEST_AREA = 200;

/**
 * The areas that paths lie in: their two uppermost folders, `.` for files at the
 * root. Where there are many, those with the most paths.
 */
export function areasOf(paths: readonly string[]): string[] {
  const counts = countBy(paths, areaOf);
  return sortBy(Object.entries(counts), [
    ([, count]) => -count,
    ([area]) => area,
  ])
    .slice(0, MOST_AREAS)
    .map(([area]) => area)
    .sort();
}

function areaOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const area = folders.slice(0, 2).join('/') || '.';
  // By code points: half a character is none that a database takes.
  return [...area].slice(0, LONGEST_AREA).join('');
}
