/** Whether a request asks for CSV, by its query or else by what it accepts. */
export function wantsCsv(req: {
  query: { format?: 'json' | 'csv' };
  accepts(types: string[]): string | false;
}): boolean {
  const { format } = req.query;
  return format
    ? format === 'csv'
    : req.accepts(['application/json', 'text/csv']) === 'text/csv';
}
