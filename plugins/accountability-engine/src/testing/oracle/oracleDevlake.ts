import { History } from './history';

/**
 * DevLake's documented rule, by itself: of all deployments of the project with
 * result success in production that finished before the incident was created,
 * the one that finished last. No window.
 */
export function oracleDevlake({
  incidents,
  deployments,
  peers,
}: History): Map<string, string | undefined> {
  const project = [
    ...deployments,
    ...peers
      .filter(({ relation }) => relation === 'scope')
      .flatMap(peer => peer.deployments),
  ];
  const answers = new Map<string, string | undefined>();
  for (const incident of incidents) {
    if (incident.mergedInto !== undefined) continue;
    const created = incident.episodes[0].from;
    let last: { id: string; finished: number } | undefined;
    for (const { id, environment, result, endedAt } of project) {
      if (environment !== 'production' || result !== 'success') continue;
      if (endedAt === undefined || endedAt >= created) continue;
      if (last && last.finished > endedAt) continue;
      last = { id, finished: endedAt };
    }
    answers.set(incident.id, last?.id);
  }
  return answers;
}
