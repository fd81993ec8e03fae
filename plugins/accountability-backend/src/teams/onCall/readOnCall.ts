import {
  FactReading,
  OnCallResponse,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readFactsOfServices } from '../../assessment';
import {
  GroupNode,
  readGroupKnowledge,
  readServiceRefsOfGroups,
} from '../../ownership';
import { lowestRung } from '../lowestRung';
import { readTeamScope } from '../TeamScope';
import { countPages } from './countPages';
import { PagesRead, readPages } from './readPages';
import { weeksBefore } from './weeksBefore';

/** The fact that says how often a service pages, and whether that is known. */
const fact = 'observability.pages_per_week';

/** How often a team was called, but for whose answer it is. */
export type OnCallLoad = Omit<OnCallResponse, 'team' | 'asOf'>;

/**
 * How often a team was called in eight weeks, in seven statements however many
 * services it has. What was called for counts for who owned the service then.
 */
export async function readOnCall(
  knex: Knex,
  options: {
    /** The team and the groups below it, the team first. */
    tree: readonly GroupNode[];
    /** Services that may be told of, of today or before; all where absent. */
    visible?: readonly string[];
    now: number;
  },
): Promise<OnCallLoad> {
  const { tree, visible, now } = options;
  const titles = new Map(tree.map(({ groupRef, title }) => [groupRef, title]));
  const groups = [...titles.keys()];
  const knowledge = await readGroupKnowledge(knex);
  const zone = tree[0]?.zone ?? 'UTC';
  const weeks = weeksBefore(now, zone);
  const entityRefs =
    visible ?? (await readServiceRefsOfGroups(knex, { groupRefs: groups }));
  const read = await readPages(knex, {
    ...{ entityRefs, groups: new Set(groups) },
    ...{ from: weeks[0].from, to: now + 1 },
  });
  const { services } = await readTeamScope(knex, { groups, visible });
  const facts = await readFactsOfServices(knex, {
    entityRefs: services.map(({ entityRef }) => entityRef),
  });
  const readings = services.map(({ entityRef }) =>
    facts.get(entityRef)?.find(({ id }) => id === fact),
  );
  const known = readings.filter(one => one?.status === 'known').length;
  const counted = countPages(read.pages, { titles, knowledge, weeks });
  const isKnown = known > 0 || read.told > 0;
  return {
    zone,
    status: isKnown ? 'known' : 'unknown',
    because: isKnown
      ? becauseKnown(read, { known, total: services.length })
      : becauseUnknown(readings),
    services: { known, total: services.length },
    ...(isKnown ? counted : { weeks: [], rotas: [], elsewhere: 0 }),
    limit: { perWeek: lowestRung(fact), fact },
  };
}

function becauseKnown(
  { incidents, told }: PagesRead,
  { known, total }: { known: number; total: number },
): string {
  const sentence = `Incidents for which somebody was called, each once: ${told} of ${incidents} tell whether somebody was`;
  return known < total
    ? `${sentence}; of ${
        total - known
      } of ${total} services it is not known, so it may be more`
    : sentence;
}

/** What the fact says that most services share: they have the same source. */
function becauseUnknown(
  readings: readonly (FactReading | undefined)[],
): string {
  if (readings.length === 0) {
    return 'The team owns no service that could call it; give one of them the team as its owner in the catalog';
  }
  const said = readings.find(one => one !== undefined)?.because;
  return (
    said ??
    'No service of the team was assessed yet; connect a source that tells of pages, such as PagerDuty’s webhooks'
  );
}
