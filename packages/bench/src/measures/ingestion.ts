import { DemoDelivery, sendDelivery } from 'demo';
import { Bench } from '../load/Bench';
import { LoadResult, perSecond, quantile, runLoad } from '../load/runLoad';
import { senderOf } from '../load/senderOf';
import { waitUntil } from '../load/waitUntil';
import { Measured } from './Measured';
import {
  insertsInBatches,
  insertsOverHttp,
  rawNames,
  valueOf,
} from './rawInserts';

/** Batches taken for comparison with straight inserts. */
const BATCHES = 10;

/** Sent through both routes before anything is measured: the first hundred requests of a server are its slowest. */
const WARM_UP = 200;

/**
 * Rates of taking in: history in batches, then signed webhooks; each beside
 * inserts of the same bytes in the same run. Acknowledged is what the sender
 * waits for; in the records is when the inbox is empty again. Assessment goes
 * on meanwhile, as it does in life.
 */
export async function ingestion(bench: Bench): Promise<Measured[]> {
  const { company, options } = bench;
  const { one: ones, many: manys } = options.webhooks;
  const webhooks = ofSource(company.deliveries(), 'github');
  const first = take(webhooks, WARM_UP);
  const one = take(webhooks, ones);
  const many = take(webhooks, manys);
  const more = take(webhooks, ones);
  const history = ofSource(company.deliveries(), 'generic');
  const batches = take(history, BATCHES);
  options.say('warming up');
  await insertsOverHttp(bench, { one: first, many: first });
  await loadOf(bench, { deliveries: first, lanes: 4 });
  options.say('raw inserts');
  const raw = [
    ...(await insertsOverHttp(bench, { one, many })),
    ...(await insertsInBatches(bench.pool, { webhooks: many, batches })),
  ];
  options.say('taking in');
  return [
    ...raw,
    ...(await takeWebhooks(bench, { one, many, raw })),
    ...(await takeBatches(bench, { batches, raw })),
    ...(await loadRest(bench, { history, raw })),
    ...(await takeWhileRestating(bench, { more, raw })),
  ];
}

/** How fast batches are taken, as they come and until all of it is in the records. */
async function takeBatches(
  bench: Bench,
  { batches, raw }: { batches: readonly DemoDelivery[]; raw: Measured[] },
): Promise<Measured[]> {
  const load = await loadOf(bench, { deliveries: batches, lanes: 1 });
  const events = batches.reduce((sum, delivery) => sum + delivery.events, 0);
  return eventRates(`a burst of ${events} events`, { events, load, raw });
}

function eventRates(
  name: string,
  given: { events: number; load: Loaded; raw: readonly Measured[] },
): Measured[] {
  const { events, load, raw } = given;
  const rate = (what: string, tookMs: number) =>
    withRatio(raw, rawNames.events, {
      name: `${name} in batches of 2,000, ${what}`,
      value: (events / tookMs) * 1000,
      unit: 'events/s',
    });
  return [
    rate('acknowledged', load.acknowledged.tookMs),
    rate('in the records', load.appliedMs),
  ];
}

/** The rest of the history, as one long import. */
async function loadRest(
  bench: Bench,
  { history, raw }: { history: Iterable<DemoDelivery>; raw: Measured[] },
): Promise<Measured[]> {
  const { say } = bench.options;
  let events = 0;
  let said = 0;
  const load = await loadOf(bench, {
    deliveries: history,
    lanes: 1,
    onSent: delivery => {
      events += delivery.events;
      if (events - said < 50_000) return;
      said = events;
      say(`  ${events} events sent`);
    },
  });
  return eventRates(`a long import of ${events} events`, {
    events,
    load,
    raw,
  });
}

async function takeWebhooks(
  bench: Bench,
  given: {
    one: readonly DemoDelivery[];
    many: readonly DemoDelivery[];
    raw: Measured[];
  },
): Promise<Measured[]> {
  const cases = [
    { lanes: 1, deliveries: given.one, to: rawNames.one },
    { lanes: 16, deliveries: given.many, to: rawNames.many },
  ];
  const measured: Measured[] = [];
  for (const { lanes, deliveries, to } of cases) {
    const load = await loadOf(bench, { deliveries, lanes });
    const name = `signed GitHub deliveries, ${lanes} at a time`;
    measured.push(
      withRatio(given.raw, to, {
        name: `${name}, acknowledged`,
        value: perSecond(load.acknowledged),
        unit: 'deliveries/s',
      }),
      {
        name: `${name}, p95 until acknowledged`,
        value: quantile(load.acknowledged.latencies, 0.95),
        unit: 'ms',
      },
      withRatio(given.raw, to, {
        name: `${name}, in the records`,
        value: (deliveries.length / load.appliedMs) * 1000,
        unit: 'deliveries/s',
      }),
    );
  }
  return measured;
}

/** Webhooks right after a large import, while its closed days are told again. */
async function takeWhileRestating(
  bench: Bench,
  { more, raw }: { more: readonly DemoDelivery[]; raw: Measured[] },
): Promise<Measured[]> {
  const load = await loadOf(bench, { deliveries: more, lanes: 1 });
  return [
    withRatio(raw, rawNames.one, {
      name: 'the same 1 at a time, while closed days are told again',
      value: perSecond(load.acknowledged),
      unit: 'deliveries/s',
    }),
  ];
}

interface Loaded {
  acknowledged: LoadResult;
  appliedMs: number;
}

/** Sends deliveries, and waits until all they say is in the records. */
async function loadOf(
  bench: Bench,
  given: {
    deliveries: Iterable<DemoDelivery>;
    lanes: number;
    onSent?(delivery: DemoDelivery): void;
  },
): Promise<Loaded> {
  const receiver = senderOf(bench.server);
  const begun = performance.now();
  const acknowledged = await runLoad(
    given.deliveries,
    given.lanes,
    async delivery => {
      await sendDelivery(receiver, delivery);
      given.onSent?.(delivery);
    },
  );
  await emptyInbox(bench);
  return { acknowledged, appliedMs: performance.now() - begun };
}

async function emptyInbox({ pool }: Bench): Promise<void> {
  await waitUntil('an empty inbox', async () => {
    const { rows } = await pool.query('select 1 from inbox limit 1');
    return rows.length === 0;
  });
}

function withRatio(
  raw: readonly Measured[],
  to: string,
  measured: Measured,
): Measured {
  const value = measured.value / valueOf(raw, to);
  return { ...measured, ratio: { to, value } };
}

function* ofSource(
  deliveries: Iterable<DemoDelivery>,
  source: DemoDelivery['source'],
): Generator<DemoDelivery> {
  for (const delivery of deliveries) {
    if (delivery.source === source) yield delivery;
  }
}

/** Up to so many items; the generator stays open for the next taker. */
function take<T>(items: Generator<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = items.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
