import { IncidentRecord } from 'backstage-plugin-accountability-common';
import { ago, incident, many } from '../testing';
import { MINUTE, SECOND } from '../time';
import { countedIncident } from './countedIncident';
import { defineFact, FactContext } from './defineFact';
import { measureDecided } from './measureDecided';
import { onlyInProduction } from './onlyInProduction';
import { isByOwner, Response, whyNoRotas } from './rotaOwners';

const acknowledgedAt = ago(1, 'd') + MINUTE;

/** Share of incidents that the owning team took up, and not another. */
export const acknowledgedByOwner = defineFact({
  id: 'observability.acknowledged_by_owner',
  burden: 'observability',
  question: 'Does the team that owns the service answer for it?',
  unit: 'ratio',
  windowDays: 90,
  needs: ['incident'],
  source:
    'Acknowledged incidents begun in the window whose first acknowledgement came while they were with a rota of the team that owned the service then, over those of which it is known; merged ones not counted; unknown under 10',
  ladder: {
    better: 'higher',
    bronze: 0.6,
    silver: 0.8,
    gold: 0.95,
    basis: 'convention',
  },
  gaming:
    'Acknowledging by machine in the name of the team makes it high; look at the time to acknowledge beside it.',
  windowBy: { incident: countedIncident },

  measure(context: FactContext) {
    const begun = context.inWindow.incident;
    const why = onlyInProduction(context) ?? whyNoRotas(begun, context);
    if (why) return why;
    const taken = begun.flatMap(record =>
      isTakenUp(record)
        ? [{ id: record.id, first: firstAcknowledgement(record) }]
        : [],
    );
    const ids = (isOwner: boolean | undefined) =>
      taken
        .filter(({ first }) => (first && isByOwner(first, context)) === isOwner)
        .map(({ id }) => id);
    return measureDecided(context, {
      yes: ids(true),
      no: ids(false),
      unknown: ids(undefined),
      keys: ['owner', 'others'],
      of: 'acknowledged incidents',
      that: 'were taken up by the owning team',
      besides: [`${begun.length - taken.length} more never acknowledged`],
    });
  },

  examples: [
    {
      given: 'rotas that no group of the catalog names',
      records: many(10, 'i', id =>
        incident(id, {
          acknowledgedAt,
          responses: [
            {
              step: 'acknowledged',
              at: acknowledgedAt,
              team: 'pagerduty:escalation-policy:P1',
            },
          ],
        }),
      ),
      gives: 'never-collected',
    },
    {
      given: 'a source that tells of no rota',
      records: many(10, 'i', id => incident(id, { acknowledgedAt })),
      gives: 'never-collected',
    },
    {
      given: 'no incident of late',
      records: [incident('i', { startedAt: ago(100, 'd') })],
      gives: 'insufficient-data',
    },
  ],
});

function isTakenUp(record: IncidentRecord): boolean {
  return (
    record.acknowledgedAt !== undefined ||
    firstAcknowledgement(record) !== undefined
  );
}

/** Undefined where the first one was told without its rota: a later one by others is no answer. */
function firstAcknowledgement({
  acknowledgedAt: first,
  responses = [],
}: IncidentRecord): Response | undefined {
  const told = responses.find(({ step }) => step === 'acknowledged');
  // Told by two ways, one of them to the second only.
  const isLater = told && first !== undefined && first <= told.at - SECOND;
  return isLater ? undefined : told;
}
