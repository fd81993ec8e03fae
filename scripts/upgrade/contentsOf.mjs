import pg from 'pg';

/**
 * What is in these columns of these tables: for each table its rows and a digest of them all,
 * the same in whatever order the rows lie.
 */
export async function contentsOf(client, columns) {
  const contents = new Map();
  for (const [table, names] of columns) {
    const list = names.map(name => pg.escapeIdentifier(name)).join(', ');
    const { rows } = await client.query(
      `select count(*)::int || ' rows, digest ' ||
        coalesce(sum(hashtextextended(row(${list})::text, 0)::numeric), 0) as said
      from ${pg.escapeIdentifier(table)}`,
    );
    contents.set(table, rows[0].said);
  }
  return contents;
}
