import {
  IncidentRecord,
  UnknownReason,
} from 'backstage-plugin-accountability-common';
import { FactContext } from './defineFact';
import { counted, windowWords } from './wording';

/** A step of answering an incident. */
export type Response = NonNullable<IncidentRecord['responses']>[number];

/** Most rotas that a sentence names. */
const named = 3;

/**
 * Whether a step was with a rota of the team that owned the service then;
 * undefined where its rota, the team behind that, or the owner is not known.
 */
export function isByOwner(
  { at, team }: Response,
  { ownerAt, teamsOf }: FactContext,
): boolean | undefined {
  const teams = team === undefined ? [] : teamsOf(team);
  const owner = ownerAt(at);
  if (teams.length === 0 || owner.status === 'unknown' || !owner.resolves) {
    return undefined;
  }
  return teams.some(ref => ref.toLowerCase() === owner.owner.toLowerCase());
}

/** Why nothing can be said of who was called: nobody was, no rota is told, or none belongs to a team of the catalog. */
export function whyNoRotas(
  incidents: readonly IncidentRecord[],
  context: FactContext,
):
  | {
      status: 'unknown';
      reason: UnknownReason;
      evidence: string[];
      because: string;
    }
  | undefined {
  const unknown = (reason: UnknownReason, because: string) => ({
    status: 'unknown' as const,
    reason,
    evidence: incidents.map(({ id }) => id),
    because,
  });
  if (incidents.length === 0) {
    return unknown(
      'insufficient-data',
      `No incident began, ${windowWords(context)}`,
    );
  }
  const rotas = new Set(
    incidents.flatMap(({ responses = [] }) =>
      responses.flatMap(({ team }) => team ?? []),
    ),
  );
  if (rotas.size === 0) {
    return unknown(
      'never-collected',
      `None of ${counted(
        incidents.length,
        'incident',
      )} tells which rota it was with; connect a source that does, such as PagerDuty's webhooks`,
    );
  }
  const names = [...rotas].sort();
  if (names.some(name => context.teamsOf(name).length > 0)) {
    return undefined;
  }
  const more = names.length > named ? ' and others' : '';
  return unknown(
    'never-collected',
    `No group of the catalog says that it answers to ${names
      .slice(0, named)
      .join(
        ', ',
      )}${more}; name its rotas in the annotation accountability.io/rotas of the group`,
  );
}
