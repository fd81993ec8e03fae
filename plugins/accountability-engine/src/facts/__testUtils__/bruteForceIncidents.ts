import { IncidentRecord } from 'backstage-plugin-accountability-common';
import {
  All,
  count,
  day,
  Found,
  ownerThen,
  share,
  standsFor,
} from './onCallHistory';

/** The facts of incidents once more, slow and by the words of their definitions alone. */
export const bruteForceIncidents: Record<string, (all: All) => Found> = {
  'observability.alerts_per_incident': perIncident,
  'observability.incidents_detected_by_monitor': all =>
    share(
      all.begun.map(one => byMonitor(one, all)),
      ['monitor', 'person'],
    ),
  'observability.time_to_acknowledge': toAcknowledge,
  'observability.acknowledged_by_owner': byOwner,
  'observability.pages_elsewhere': elsewhere,
  'observability.pages_per_week': perWeek,
};

function perIncident({ alerts, incidents, begun, now }: All): Found {
  const counts = begun.map(
    one =>
      alerts.filter(
        alert => standsFor(alert.incident, incidents)?.id === one.id,
      ).length,
  );
  const told = counts.filter(each => each > 0);
  if (told.length === 0) return 'insufficient-data';
  const sum = told.reduce((total, each) => total + each, 0);
  const loose = alerts.filter(
    ({ incident, startedAt }) =>
      incident === undefined && startedAt >= now - 90 * day && startedAt < now,
  );
  return {
    value: sum / told.length,
    parts: {
      'alerts of an incident': sum,
      'alerts of no incident': loose.length,
      'incidents without an alert': counts.length - told.length,
    },
  };
}

function byMonitor(one: IncidentRecord, all: All): boolean | undefined {
  if (one.detectedBy !== undefined) return one.detectedBy === 'monitor';
  const foretold = all.alerts.some(
    alert =>
      standsFor(alert.incident, all.incidents)?.id === one.id &&
      alert.startedAt <= one.episodes[0].from,
  );
  return foretold ? true : undefined;
}

function toAcknowledge({ begun }: All): Found {
  const waits: number[] = [];
  for (const { acknowledgedAt, episodes } of begun) {
    if (acknowledgedAt === undefined) continue;
    const froms = episodes
      .map(({ from }) => from)
      .filter(from => from <= acknowledgedAt);
    if (froms.length > 0) waits.push(acknowledgedAt - Math.max(...froms));
  }
  waits.sort((a, b) => a - b);
  if (waits.length === 0) return 'insufficient-data';
  const half = waits.length / 2;
  const middle = waits.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  const sum = middle.reduce((total, each) => total + each, 0);
  return { value: sum / middle.length / 1000 };
}

function reached(
  { at, team }: { at: number; team?: string },
  all: All,
): boolean | undefined {
  const owner = ownerThen(all, at);
  const groups = (team !== undefined && all.rotas[team]) || [];
  if (!owner?.resolves || groups.length === 0) return undefined;
  return groups.includes(owner.owner);
}

/** Why nothing is known of rotas. */
function noRotas({ begun, rotas }: All): Found | undefined {
  if (begun.length === 0) return 'insufficient-data';
  const teams = begun.flatMap(one =>
    (one.responses ?? []).map(({ team }) => team),
  );
  return teams.some(team => team !== undefined && rotas[team])
    ? undefined
    : 'never-collected';
}

function byOwner(all: All): Found {
  const judged: (boolean | undefined)[] = [];
  for (const { acknowledgedAt, responses = [] } of all.begun) {
    const told = responses.filter(({ step }) => step === 'acknowledged');
    if (acknowledgedAt === undefined && told.length === 0) continue;
    const first = told.at(0);
    const isFirst = first && first.at < (acknowledgedAt ?? Infinity) + 1000;
    judged.push(isFirst ? reached(first, all) : undefined);
  }
  return noRotas(all) ?? share(judged, ['owner', 'others']);
}

function elsewhere(all: All): Found {
  const none = noRotas(all);
  if (none) return none;
  const pages = all.begun.flatMap(({ responses = [] }) =>
    responses
      .filter(({ step }) => step === 'paged' || step === 'escalated')
      .map(one => reached(one, all)),
  );
  const parts = {
    others: count(pages, false),
    owner: count(pages, true),
    unknown: count(pages, undefined),
  };
  return parts.others + parts.owner === 0
    ? 'insufficient-data'
    : { value: parts.others, parts };
}

function perWeek({ begun, now }: All): Found {
  const young = begun.filter(({ startedAt }) => startedAt >= now - 28 * day);
  const told = young.filter(({ responses }) => responses);
  if (young.length > 0 && told.length === 0) return 'never-collected';
  const called = told.filter(({ responses = [] }) =>
    responses.some(({ step }) => step === 'paged' || step === 'escalated'),
  );
  return { value: called.length / 4 };
}
