import { DemoDelivery, sendDelivery } from 'demo';
import { Bench } from '../load/Bench';
import { perSecond, quantile, runLoad } from '../load/runLoad';
import { senderOf } from '../load/senderOf';
import { Measured } from './Measured';
import { rawNames, valueOf } from './rawInserts';

/** Rates of taking in: history in batches, then signed webhooks. Assessment goes on meanwhile, as it does in life. */
export async function ingestion(
  bench: Bench,
  raw: readonly Measured[],
): Promise<Measured[]> {
  const { company, options } = bench;
  const receiver = senderOf(bench.server);
  const send = (delivery: DemoDelivery) => sendDelivery(receiver, delivery);

  let events = 0;
  let said = 0;
  const history = await runLoad(
    ofSource(company.deliveries(), 'generic'),
    1,
    async delivery => {
      await send(delivery);
      events += delivery.events;
      if (events - said >= 50_000) options.say(`  ${events} events loaded`);
      if (events - said >= 50_000) said = events;
    },
  );
  const batches = (events / history.tookMs) * 1000;

  const webhooks = ofSource(company.deliveries(), 'github');
  const { one: ones, many: manys } = options.webhooks;
  const one = await runLoad(take(webhooks, ones), 1, send);
  const many = await runLoad(take(webhooks, manys), 16, send);
  return [
    {
      name: 'history in batches of 2,000 events',
      value: batches,
      unit: 'events/s',
      ratio: {
        to: rawNames.batch,
        value: batches / valueOf(raw, rawNames.batch),
      },
    },
    { name: 'history loaded', value: events, unit: 'events' },
    ...[
      { name: '1 at a time', load: one, to: rawNames.one },
      { name: '16 at a time', load: many, to: rawNames.many },
    ].flatMap(({ name, load, to }) => [
      {
        name: `signed GitHub deliveries, ${name}`,
        value: perSecond(load),
        unit: 'deliveries/s',
        ratio: { to, value: perSecond(load) / valueOf(raw, to) },
      },
      {
        name: `acknowledged, ${name}, p95`,
        value: quantile(load.latencies, 0.95),
        unit: 'ms',
      },
    ]),
  ];
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
