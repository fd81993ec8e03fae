import { ago, incident } from '../testing';
import { MINUTE } from '../time';
import { countedIncident } from './countedIncident';
import { defineFact, FactContext } from './defineFact';
import { unknownWords } from './measureDecided';
import { onlyInProduction } from './onlyInProduction';
import { isByOwner, whyNoRotas } from './rotaOwners';
import { counted, windowWords } from './wording';

const page = (team?: string) => ({
  responses: [{ step: 'paged' as const, at: ago(1, 'd') + MINUTE, team }],
});

/** Pages that reached teams other than the owner. */
export const pagesElsewhere = defineFact({
  id: 'observability.pages_elsewhere',
  burden: 'observability',
  question: 'How often do others get called for our service?',
  unit: 'count',
  windowDays: 90,
  needs: ['incident'],
  source:
    'Calls and escalations of incidents begun in the window to a rota of a team other than the one that owned the service then; at least so many, since those to rotas of no known team are not counted; merged incidents not counted',
  gaming:
    'Naming the rota of another team as its own hides it; look at who acknowledged beside it.',
  windowBy: { incident: countedIncident },

  measure(context: FactContext) {
    const begun = context.inWindow.incident;
    const why = onlyInProduction(context) ?? whyNoRotas(begun, context);
    if (why) return why;
    const pages = begun.flatMap(({ id, responses = [] }) =>
      responses
        .filter(({ step }) => step !== 'acknowledged')
        .map(response => ({ id, isOwner: isByOwner(response, context) })),
    );
    const part = (key: string, isOwner: boolean | undefined) => {
      const found = pages.filter(one => one.isOwner === isOwner);
      const records = [...new Set(found.map(({ id }) => id))];
      return { key, value: found.length, records };
    };
    const elsewhere = part('others', false);
    const owner = part('owner', true);
    const unknown = part('unknown', undefined);
    const known = elsewhere.value + owner.value;
    const tail = unknownWords(unknown.value, known);
    if (known === 0) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        evidence: begun.map(({ id }) => id),
        because: `Of no page it is known whom it reached, ${windowWords(
          context,
        )}; ${tail}`,
      };
    }
    return {
      status: 'known',
      value: elsewhere.value,
      sampleSize: known,
      evidence: [...elsewhere.records, ...owner.records],
      parts: [elsewhere, owner, unknown],
      because: `${counted(
        elsewhere.value,
        'page',
      )} of ${known} reached others than the owning team, ${windowWords(
        context,
      )}; ${tail}`,
    };
  },

  examples: [
    {
      given: 'rotas that no group of the catalog names',
      records: [incident('i', page('pagerduty:escalation-policy:P1'))],
      gives: 'never-collected',
    },
    {
      given: 'a source that tells of no rota',
      records: [incident('i', page())],
      gives: 'never-collected',
    },
    {
      given: 'no incident of late',
      records: [incident('i', { startedAt: ago(100, 'd') })],
      gives: 'insufficient-data',
    },
  ],
});
