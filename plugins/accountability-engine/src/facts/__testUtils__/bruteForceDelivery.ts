import { oracleLadder } from '../../testing/oracle';
import { bruteForceDeliveryFailures } from './bruteForceDeliveryFailures';
import { bruteForceDeliveryFrequency } from './bruteForceDeliveryFrequency';
import { bruteForceDeliveryIncidents } from './bruteForceDeliveryIncidents';
import { bruteForceDeliveryTimes } from './bruteForceDeliveryTimes';
import {
  Asked,
  notKnown,
  Past,
  PastCharge,
  Question,
  Told,
} from './deliveryPast';

const questions: Record<string, Question> = {
  ...bruteForceDeliveryTimes,
  ...bruteForceDeliveryFrequency,
  ...bruteForceDeliveryFailures,
  ...bruteForceDeliveryIncidents,
};

const day = 86_400_000;

/** The facts of delivery once more, slow and by the words of their definitions alone, by id. */
export function bruteForceDelivery(past: Past): Record<string, Told> {
  const known = knownBy(past);
  const links = oracleLadder(known);
  const charges = chargesOf(known, links);
  const answers = Object.entries(questions).map(([id, question]) => {
    if (past.environment !== 'production' && !question.everywhere) {
      return [id, notKnown([])];
    }
    const windowDays = past.windowDays ?? question.days;
    const from = past.now - windowDays * day;
    const begun = known.incidents.filter(
      ({ startedAt, mergedInto }) =>
        mergedInto === undefined && startedAt >= from && startedAt < past.now,
    );
    const asked = { ...known, windowDays, from, begun, links, charges };
    return [id, question.answer(asked)];
  });
  return Object.fromEntries(answers);
}

/** What had begun; a push that is the merge of a request is that request. */
function knownBy(past: Past): Past {
  const begun = <T extends { startedAt: number }>(list: readonly T[]) =>
    list.filter(({ startedAt }) => startedAt <= past.now);
  const changes = begun(past.changes);
  return {
    ...past,
    deployments: begun(past.deployments),
    incidents: begun(past.incidents),
    changes: changes.filter(
      push =>
        push.origin !== 'push' ||
        !changes.some(
          request =>
            request.origin !== 'push' &&
            request.state === 'merged' &&
            request.sha !== undefined &&
            request.sha === push.sha,
        ),
    ),
  };
}

/** Own incidents that are charged to own deployments, and those of other services. */
function chargesOf(known: Past, links: Asked['links']): PastCharge[] {
  const own = known.incidents.flatMap((incident): PastCharge[] => {
    const { method, cause, causeService, remedy } =
      links.get(incident.id) ?? {};
    if (!method || !cause || causeService) return [];
    const by = known.deployments.find(({ id }) => id === remedy?.record);
    return [
      {
        deployment: cause,
        method,
        incident,
        remedy: by && { record: by.id, finishedAt: by.endedAt },
      },
    ];
  });
  const theirs = known.foreign.flatMap(
    ({ incident, attribution }): PastCharge[] => {
      const { method, cause, remedy } = attribution;
      if (!cause || incident.startedAt > known.now) return [];
      return [{ deployment: cause, method, incident, remedy }];
    },
  );
  return [...own, ...theirs].filter(
    ({ incident, method }) =>
      incident.mergedInto === undefined &&
      ['explicit', 'linked', 'remediation', 'temporal'].includes(method),
  );
}
