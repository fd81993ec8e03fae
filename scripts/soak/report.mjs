import { outsideOf, tally } from './troubles.mjs';

const quantile = (sorted, share) =>
  Math.round(
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))],
  );

/** Prints how it went; gives the exit code. */
export function report({ sender, tables, spells, minutes, rate, replicas }) {
  const sorted = [...sender.latencies].sort((a, b) => a - b);
  const calm = outsideOf(spells, sender.troubles);
  const latency = [0.5, 0.95, 0.99, 1]
    .map(share => quantile(sorted, share))
    .join(', ');
  const lines = [
    `${minutes} min at ${rate} deliveries/s to ${replicas} backend${
      replicas === 1 ? '' : 's'
    }: ${sender.made} sent, ${sender.acknowledged.size} acknowledged, ${
      sender.retries
    } attempts again (${tally(sender.troubles)})`,
    `attempts again outside of disturbances and five seconds after: ${tally(
      calm,
    )}`,
    `until acknowledged, attempts again among it: p50, p95, p99 and longest ${latency} ms`,
    `in the tables: ${JSON.stringify(tables.counts)}`,
    `lost ${tables.lost.length}, doubled ${tables.doubled.length}, stored without an acknowledgement that arrived ${tables.unacknowledged.length}`,
  ];
  lines.forEach(line => console.log(line));
  const good =
    tables.lost.length === 0 &&
    tables.doubled.length === 0 &&
    tables.whole &&
    calm.length === 0;
  console.log(good ? 'Nothing lost, nothing doubled.' : 'NOT GOOD');
  return good ? 0 : 1;
}
