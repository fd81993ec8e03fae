/** What fails so long after a disturbance ended is still of it. */
const AFTER_MS = 5_000;

const quantile = (sorted, share) =>
  Math.round(
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))],
  );

function tally(troubles) {
  const counts = new Map();
  for (const { because } of troubles) {
    counts.set(because, (counts.get(because) ?? 0) + 1);
  }
  return [...counts].map(([why, n]) => `${why} ${n}`).join(', ') || 'none';
}

const isWithin =
  spells =>
  ({ at }) =>
    spells.some(({ from, to }) => at >= from && at <= to + AFTER_MS);

/** Prints how it went; gives the exit code. */
export function report({ sender, tables, spells, minutes, rate, replicas }) {
  const sorted = [...sender.latencies].sort((a, b) => a - b);
  const calm = sender.troubles.filter(each => !isWithin(spells)(each));
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
