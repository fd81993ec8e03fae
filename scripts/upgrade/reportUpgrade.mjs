import { outsideOf, tally } from '../soak/troubles.mjs';

const secondsOf = ({ from, to }) => `${((to - from) / 1000).toFixed(1)} s`;

function table(rows) {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('   ')
      .trimEnd(),
  );
}

function stagesTable(stages, troubles) {
  const of = ({ from, to }) =>
    troubles.filter(({ at }) => at >= from && at < to);
  return table([
    ['stage', 'took', 'attempts again'],
    ...stages.map(stage => [stage.title, secondsOf(stage), tally(of(stage))]),
  ]);
}

/** What is wrong with how it went, a sentence each. */
export function faultsOf({ sender, stages, tables, settled, wayBack }) {
  const disturbed = stages.filter(({ mayFail }) => mayFail);
  const calm = outsideOf(disturbed, sender.troubles);
  return [
    [tables.lost.length > 0, `${tables.lost.length} deliveries are lost`],
    [tables.doubled.length > 0, `${tables.doubled.length} are there twice`],
    [!tables.whole, 'events, records and deliveries are not as many'],
    [!settled.isSettled, 'assessments did not settle'],
    [calm.length > 0, `attempts failed while no backend ended: ${tally(calm)}`],
    ...wayBack.differences.map(each => [true, `after the way back ${each}`]),
  ].flatMap(([isWrong, fault]) => (isWrong ? [fault] : []));
}

/** Prints how it went; gives the exit code. */
export function reportUpgrade({ version, logged, ...course }) {
  const { sender, stages, tables, settled, wayBack } = course;
  const { isSettled: _, ...figures } = settled;
  const faults = faultsOf(course);
  const lines = [
    '',
    `from ${version.commit.slice(0, 12)} "${version.title}"`,
    `over ${version.later.join(', ')}`,
    '',
    ...stagesTable(stages, sender.troubles),
    '',
    `${sender.made} sent, ${sender.acknowledged.size} acknowledged, ${sender.retries} attempts again`,
    `in the tables: ${JSON.stringify(tables.counts)}`,
    `lost ${tables.lost.length}, doubled ${tables.doubled.length}, stored without an acknowledgement that arrived ${tables.unacknowledged.length}`,
    `services: ${JSON.stringify(figures)}`,
    `the way back: ${wayBack.rows} rows of ${
      wayBack.tables
    } tables looked at, ${
      wayBack.differences.length
    } differences; went with the later version: ${wayBack.went.join(', ')}`,
    ...[...logged].map(([line, n]) => `logged ${n} times: ${line}`),
    ...faults.map(fault => `NOT GOOD: ${fault}`),
  ];
  lines.forEach(line => console.log(line));
  if (faults.length === 0) console.log('Nothing lost, nothing doubled.');
  return faults.length === 0 ? 0 : 1;
}
