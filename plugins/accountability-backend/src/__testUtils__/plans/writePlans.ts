import { countBy } from 'lodash';
import { TableRead } from './explainQuery';

const head = `# Query plans

Made by \`PLANS=write npm test -- unit --grep query-plans.md\` from what PostgreSQL 18 says of each statement that a read, or the question to a gate, sends. Do not edit.

A line is a statement, or several that read alike, with how it comes to the rows of each table:

- _by_ an index: a lookup, by a value of the request or of rows found before;
- _along_ an index: in its order, until the page is full;
- _whole_: from end to end. No table that grows with what happens is read whole for one service; those read whole for all services at once stand in \`src/queryPlans.test.ts\`, most with the reason.

The planner is told that tables which grow have millions of rows, and to read whole only where no index serves. Nothing is remembered from one request to the next but the organisation, which the first of its routes reads and the others look for changes in.
`;

function sayRead({ table, how, index }: TableRead): string {
  if (how === 'written') return `writes ${table}`;
  if (how === 'whole') return `${table} whole`;
  return `${table} ${how === 'along' ? 'along' : 'by'} ${index}`;
}

function sayRoute(
  tried: string,
  statements: readonly (readonly TableRead[])[],
): string {
  // The order of joins follows from guesses at sizes, so that it is not told.
  const said = statements
    .filter(reads => reads.length > 0)
    .map(reads => [...new Set(reads.map(sayRead))].sort().join('; '));
  const lines = Object.entries(countBy(said))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([line, count]) =>
      count === 1 ? `- ${line}\n` : `- ${line} (${count} statements)\n`,
    );
  return `\n## ${tried}\n\n${lines.join('')}`;
}

/** The report of how each route reads, by what is tried; of each of its statements the tables. */
export function writePlans(
  routes: ReadonlyMap<string, readonly (readonly TableRead[])[]>,
): string {
  return [
    head,
    ...[...routes].map(([tried, statements]) => sayRoute(tried, statements)),
  ].join('');
}
