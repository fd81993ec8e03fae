import { IncidentRecord } from 'backstage-plugin-accountability-common';
import { ago, incident, many } from '../testing';
import { MINUTE, WEEK } from '../time';
import { countedIncident } from './countedIncident';
import { defineFact } from './defineFact';
import { onlyInProduction } from './onlyInProduction';
import { counted, windowWords } from './wording';

const paging = (id: string) =>
  incident(id, { responses: [{ step: 'paged', at: ago(1, 'd') + MINUTE }] });

/** Incidents of the service for which somebody was paged, a week. */
export const pagesPerWeek = defineFact({
  id: 'observability.pages_per_week',
  burden: 'observability',
  question: 'How often a week does this service page somebody?',
  unit: 'per-week',
  windowDays: 28,
  needs: ['incident'],
  source:
    'Google SRE, Being On-Call (two incidents a shift of twelve hours at most): incidents begun in the window for which a person was called, at first or by an escalation, a week, each once however many were paged; merged incidents not counted; unknown where incidents are told of without the steps of answering them',
  ladder: {
    better: 'lower',
    bronze: 14,
    silver: 7,
    gold: 2,
    basis: 'convention',
  },
  gaming:
    'Muting monitors and merging incidents make it small; look at the share of incidents that monitors detected beside it.',
  windowBy: { incident: countedIncident },

  measure(context) {
    const elsewhere = onlyInProduction(context);
    if (elsewhere) return elsewhere;
    const begun = context.inWindow.incident;
    const told = begun.filter(({ responses }) => responses !== undefined);
    const when = windowWords(context);
    if (begun.length > 0 && told.length === 0) {
      return {
        status: 'unknown',
        reason: 'never-collected',
        evidence: begun.map(({ id }) => id),
        because: `None of ${counted(
          begun.length,
          'incident',
        )} tells whether somebody was paged, ${when}; connect a source that does, such as PagerDuty's webhooks`,
      };
    }
    const paged = told.filter(isPaged);
    const untold = begun.length - told.length;
    const tail =
      untold > 0 ? `; ${untold} more do not tell, so it may be more` : '';
    return {
      status: 'known',
      value: paged.length / ((context.window.to - context.window.from) / WEEK),
      sampleSize: begun.length,
      evidence: paged.map(({ id }) => id),
      because: `${counted(
        paged.length,
        'incident',
      )} paged somebody, ${when}${tail}`,
    };
  },

  examples: [
    {
      given: 'eight incidents that paged in four weeks',
      records: many(8, 'i', paging),
      gives: 2,
    },
    {
      given: 'one that paged twice, one that was only acknowledged',
      records: [
        incident('i', {
          responses: [
            { step: 'paged', at: ago(1, 'd') },
            { step: 'paged', at: ago(1, 'd') + MINUTE },
          ],
        }),
        incident('j', {
          responses: [{ step: 'acknowledged', at: ago(1, 'd') }],
        }),
      ],
      gives: 0.25,
    },
    {
      given: 'one that was merged into another',
      records: [paging('i'), { ...paging('j'), mergedInto: 'i' }],
      gives: 0.25,
    },
    {
      given: 'the last incident is five weeks old: a known zero',
      records: [incident('i', { startedAt: ago(35, 'd') })],
      gives: 0,
    },
    {
      given: 'a source that tells of no step',
      records: many(3, 'i', id => incident(id)),
      gives: 'never-collected',
    },
    {
      given: 'no incident was ever collected for the service',
      records: [],
      gives: 'never-collected',
    },
  ],
});

function isPaged({ responses = [] }: IncidentRecord): boolean {
  return responses.some(({ step }) => step !== 'acknowledged');
}
