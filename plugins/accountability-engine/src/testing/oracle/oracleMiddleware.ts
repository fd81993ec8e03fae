import { History } from './history';

/**
 * middleware's documented rule, by itself: all runs of the team in one row by
 * when they were conducted, whatever became of them; an incident belongs to the
 * run whose turn it was when it was created, from that run until the next. No
 * window: the last run keeps its incidents for ever.
 */
export function oracleMiddleware({
  incidents,
  deployments,
  peers,
}: History): Map<string, string | undefined> {
  const team = [
    ...deployments,
    ...peers
      .filter(({ relation }) => relation === 'scope')
      .flatMap(peer => peer.deployments),
  ];
  const row = team
    .filter(({ environment }) => environment === 'production')
    .sort((a, b) => a.startedAt - b.startedAt);
  const answers = new Map<string, string | undefined>();
  for (const { id, episodes, mergedInto } of incidents) {
    if (mergedInto !== undefined) continue;
    const created = episodes[0].from;
    const run = row.find(
      (current, index) =>
        created >= current.startedAt &&
        (index === row.length - 1 || created < row[index + 1].startedAt),
    );
    answers.set(id, run?.id);
  }
  return answers;
}
