import {
  Attribution,
  CauseOverrideEntry,
  IncidentRecord,
  PastAttribution,
} from 'backstage-plugin-accountability-common';
import { readLinks } from '../../assessment';
import { readOverrides } from '../../governance';
import { ServiceFile } from '../../ownership';
import { ApiContext } from '../ApiContext';

/** What is and was said of the cause of an incident, as of an instant. */
export interface Links {
  inForce?: Attribution;
  /** Since when the link in force stands. */
  linkedAt?: number;
  /** Newest first. */
  history: PastAttribution[];
  /** Newest first. */
  decisions: CauseOverrideEntry[];
}

/** The link of an incident with earlier ones and all decisions; of a past instant as they stood then. */
export async function gatherLinks(
  context: ApiContext,
  service: ServiceFile,
  asked: { incident: IncidentRecord; at: number; past: boolean },
): Promise<Links> {
  const { incident, at, past } = asked;
  const { entityRef } = service.summary;
  const known = await readLinks(context.database, {
    entityRef,
    incident: incident.id,
  });
  const links = known.filter(({ decidedAt }) => decidedAt <= at);
  const holds = ({ supersededAt }: PastAttribution) =>
    supersededAt === undefined || supersededAt > at;
  const kept = links.find(holds);
  const stored = kept?.attribution;
  const overrides = await readOverrides(context.database, {
    incidents: [incident.id],
  });
  return {
    inForce:
      past || !stored
        ? (await assessed(context, { entityRef, incident, at })) ?? stored
        : stored,
    linkedAt: kept?.decidedAt,
    history: links.filter(link => !holds(link)),
    decisions: (overrides.get(incident.id) ?? []).flatMap(entry =>
      decisionAt(entry, at),
    ),
  };
}

/** The link as it is recomputed; undefined for an incident that is too old to be looked at. */
async function assessed(
  context: ApiContext,
  asked: { entityRef: string; incident: IncidentRecord; at: number },
): Promise<Attribution | undefined> {
  // One that was merged into another has none.
  if (asked.incident.mergedInto !== undefined) return undefined;
  const past = await context.past.assessAt(asked);
  return past?.assessment.attributions.find(
    link => link.incident === asked.incident.id,
  );
}

function decisionAt(
  entry: CauseOverrideEntry,
  at: number,
): CauseOverrideEntry[] {
  if (entry.at > at) return [];
  const { withdrawn, ...decision } = entry;
  return [withdrawn && withdrawn.at <= at ? entry : decision];
}
