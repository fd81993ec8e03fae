import {
  IncidentRecord,
  RecordEvent,
} from 'backstage-plugin-accountability-common';

type IncidentEvent = Extract<RecordEvent, { kind: 'incident' }>;
type Response = NonNullable<IncidentRecord['responses']>[number];

/** Which comes first where the source's clock says the same for two. */
const ranks: Record<Response['step'], number> = {
  paged: 0,
  escalated: 1,
  acknowledged: 2,
};

/**
 * The steps of answering an incident, oldest first; undefined where none was
 * told. A source tells of one step by several ways, the one to the millisecond
 * and with the rota, the other to the second and without: within a second, a
 * step of one rota is one, and one of no rota is that of any other.
 */
export function foldResponses(
  events: readonly IncidentEvent[],
): Response[] | undefined {
  const steps = new Map<string, Map<string | undefined, Response>>();
  for (const { at, response } of events) {
    if (!response) continue;
    const { step, team } = response;
    const key = `${Math.floor(at / 1000)} ${step}`;
    const alike = steps.get(key) ?? new Map<string | undefined, Response>();
    const known = alike.get(team);
    if (!known || at < known.at) alike.set(team, { step, at, team });
    steps.set(key, alike);
  }
  const told = [...steps.values()].flatMap(alike => {
    if (alike.size > 1) alike.delete(undefined);
    return [...alike.values()];
  });
  return told.length > 0 ? told.sort(byTime) : undefined;
}

function byTime(a: Response, b: Response): number {
  const [teamA, teamB] = [a.team ?? '', b.team ?? ''];
  return (
    a.at - b.at || ranks[a.step] - ranks[b.step] || (teamA < teamB ? -1 : 1)
  );
}
