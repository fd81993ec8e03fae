import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { chunked } from './chunked';

/**
 * Locks the series of reports that the events belong to. Which findings are
 * fixed depends on all reports of a series: two writers of one must not miss
 * each other's. Taken before any record is locked, and sorted, so that
 * writers wait for each other instead of deadlocking.
 */
export async function lockSeries(
  trx: Knex,
  events: readonly RecordEvent[],
): Promise<void> {
  const names = new Set(
    events.flatMap(event =>
      'series' in event && event.series ? [event.series] : [],
    ),
  );
  for (const series of chunked([...names].sort())) {
    // The update changes nothing; it is what takes the row's lock.
    await trx('report_series')
      .insert(series.map(name => ({ series: name })))
      .onConflict('series')
      .merge({ series: trx.ref('report_series.series') });
  }
}
