import { isSource, Rule, TreeFile } from '../tree';
import { importsOf } from './importsOf';
import { roomOf } from './roomOf';

/** Which rooms each room imports. */
function graphOf(files: TreeFile[]): Map<string, Set<string>> {
  const paths = new Set(files.map(({ path }) => path));
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    const room = roomOf(file.path);
    if (!room) continue;
    const edges = graph.get(room) ?? new Set();
    importsOf(file, paths).forEach(each => edges.add(each.room));
    edges.delete(room);
    graph.set(room, edges);
  }
  return graph;
}

/** The way from a room back to itself, or undefined. */
function wayBack(
  graph: Map<string, Set<string>>,
  room: string,
): string[] | undefined {
  const ways = [[room]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of graph.get(way[way.length - 1]) ?? []) {
      if (next === room) return [...way, room];
      if (!seen.has(next)) {
        seen.add(next);
        ways.push([...way, next]);
      }
    }
  }
  return undefined;
}

/** No room imports itself by way of others. */
export const roomCycles: Rule = files => {
  const graph = graphOf(files.filter(isSource));
  return [...graph.keys()].flatMap(room => {
    const way = wayBack(graph, room);
    return way
      ? [{ path: room, because: `goes round: ${way.join(' → ')}` }]
      : [];
  });
};
