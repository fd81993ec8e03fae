import { CompanyPlan, ServicePlan } from '../company/CompanyPlan';
import { Random } from '../company/Random';
import { day, minute } from '../company/time';
import { alerts } from './alerts';
import { bills } from './bills';
import { builds } from './builds';
import { changes } from './changes';
import { Chapter } from './Chapter';
import { DemoEvent } from './DemoEvent';
import {
  deploymentEvents,
  planRollouts,
  rollBack,
  Rollout,
} from './deployments';
import { findings } from './findings';
import { incidentEvents } from './incidents';
import { IncidentPlan, planIncidents } from './planIncidents';
import { signals } from './signals';

/** Everything that happened to one service. The same plan gives the same events. */
export function serviceHistory(
  plan: CompanyPlan,
  service: ServicePlan,
): DemoEvent[] {
  const { options } = plan;
  const random = new Random(`${options.seed}/history/${service.index}`);
  const chapter = (name: string): Chapter => ({
    service,
    random: random.fork(name),
    from: options.now - options.days * day,
    to: options.now,
  });
  const { events: changeEvents, merges } = changes(plan, chapter('changes'));
  const rollouts = planRollouts(chapter('deployments'), merges);
  const incidents = planIncidents(chapter('incidents'), rollouts);
  const remedies = planRemedies(chapter('remedies'), rollouts, incidents);
  return [
    ...changeEvents,
    ...builds(chapter('builds'), merges),
    ...deploymentEvents(chapter('deployments'), [...rollouts, ...remedies]),
    ...incidentEvents(chapter('incident-events'), incidents),
    ...alerts(chapter('alerts'), incidents),
    ...findings(chapter('findings')),
    ...bills(plan, chapter('bills'), rollouts),
    ...signals(chapter('signals')),
  ];
}

/** Rollouts back to the version before, inside the incidents that were mended that way. */
function planRemedies(
  chapter: Chapter,
  rollouts: Rollout[],
  incidents: IncidentPlan[],
): Rollout[] {
  let id = 560_000 + chapter.service.index * 100_000;
  return incidents.flatMap(({ cause, rolledBack, startedAt, minutes }) => {
    const target =
      cause &&
      rollouts
        .filter(
          ({ environment, result, sha, startedAt: at }) =>
            environment === 'production' &&
            result === 'success' &&
            sha !== cause.sha &&
            at < cause.startedAt,
        )
        .at(-1);
    if (!rolledBack || !target) return [];
    const begun = startedAt + minutes * 0.6 * minute;
    return rollBack(chapter, target, { id: id++, startedAt: begun });
  });
}
