import { Knex } from 'knex';
import { DeliveryRow, ReplayRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

const MOST_DELIVERIES = 100;
/** Bodies in memory at once; one larger body is taken alone. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The next deliveries of a replay, with their bodies, in the order in which they came. */
export async function readBatch(
  knex: Knex,
  replay: Pick<
    ReplayRow,
    'source' | 'received_from' | 'received_to' | 'bookmark'
  >,
): Promise<DeliveryRow[]> {
  const { source, bookmark } = replay;
  const sizes: { id: string; bytes: number | string }[] = await knex(
    'deliveries',
  )
    .where({ source })
    .modify(query => {
      if (bookmark !== null) query.where('id', '>', bookmark);
    })
    .where('received_at', '>=', replay.received_from)
    .where('received_at', '<', replay.received_to)
    .whereNotNull('body')
    .orderBy('id')
    .limit(MOST_DELIVERIES)
    .select('id', knex.raw('length(body) as bytes'));
  let total = 0;
  const ids = sizes
    .filter(({ bytes }, index) => {
      total += Number(bytes);
      return index === 0 || total <= MOST_BYTES;
    })
    .map(({ id }) => id);
  return whereAny(knex('deliveries').where({ source }), 'id', ids).orderBy(
    'id',
  );
}
