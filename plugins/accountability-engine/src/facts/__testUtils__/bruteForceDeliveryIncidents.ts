import { medianOf, wilson } from './bruteForceDeliveryNumbers';
import {
  Asked,
  names,
  notKnown,
  ownerAtInstant,
  Question,
  Told,
} from './deliveryPast';

/** How many incidents there were, how long they lasted and for how many no cause is known. */
export const bruteForceDeliveryIncidents: Record<string, Question> = {
  'reliability.incidents': { days: 90, answer: count },
  'reliability.incident_time': { days: 90, answer: incidentTime },
  'reliability.time_to_restore': { days: 90, answer: timeToRestore },
  'reliability.unattributed_share': { days: 90, answer: unattributed },
};

function count(asked: Asked): Told {
  const ids = asked.begun.map(({ id }) => id);
  const ownerOf = (at: number) => ownerAtInstant(asked, at) ?? 'unknown';
  const owners = names(asked.begun.map(one => ownerOf(one.startedAt)));
  const parts = owners.map(owner => {
    const theirs = asked.begun.filter(one => ownerOf(one.startedAt) === owner);
    const records = names(theirs.map(({ id }) => id));
    return [owner, { value: records.length, records }];
  });
  return {
    value: ids.length,
    sampleSize: ids.length,
    evidence: names(ids),
    parts: Object.fromEntries(parts),
  };
}

/** What has not ended yet has no length. */
function incidentTime({ begun, now }: Asked): Told {
  let value = 0;
  for (const { startedAt, endedAt } of begun) {
    if (endedAt === undefined || endedAt > now || endedAt < startedAt) continue;
    value += (endedAt - startedAt) / 1000;
  }
  const ids = begun.map(({ id }) => id);
  return { value, sampleSize: ids.length, evidence: names(ids) };
}

/** What has not ended yet has no length, nor has what ended before it began. */
function timeToRestore({ begun, now }: Asked): Told {
  const singles = begun.flatMap(({ id, startedAt, endedAt }) =>
    endedAt === undefined || endedAt > now || endedAt < startedAt
      ? []
      : [{ record: id, at: startedAt, value: (endedAt - startedAt) / 1000 }],
  );
  return singles.length === 0
    ? notKnown(begun.map(({ id }) => id))
    : medianOf(
        singles,
        singles.map(({ record }) => record),
      );
}

/** Without a cause and of a burst whose root it is not: that is no riddle. */
function unattributed({ begun, links, bursts, profile }: Asked): Told {
  const isRiddle = (id: string) => {
    const burst = bursts.find(({ incident }) => incident === id);
    if (!burst || profile.bursts === 'charged') return true;
    return burst.cascade === 'root' || links.get(id)?.method !== 'none';
  };
  const ids = begun.map(({ id }) => id).filter(isRiddle);
  if (ids.length < 10) return notKnown(ids, ids.length);
  const hits = ids.filter(id => links.get(id)?.method === 'none').length;
  return {
    value: hits / ids.length,
    sampleSize: ids.length,
    evidence: names(ids),
    interval: wilson(hits, ids.length),
  };
}
