import { ago, incident } from '../testing';
import { formatDuration, HOUR, SECOND } from '../time';
import { countedIncident } from './countedIncident';
import { defineFact } from './defineFact';
import { hasEnded, nextEnd } from './hasEnded';
import { onlyInProduction } from './onlyInProduction';
import { counted, windowWords } from './wording';

const began = ago(10, 'd');

/** Time that incidents of the last 90 days lasted, all together. What a check about reliability costs. */
export const incidentTime = defineFact({
  id: 'reliability.incident_time',
  burden: 'reliability',
  question: 'How much time did our incidents take?',
  unit: 'seconds',
  windowDays: 90,
  needs: ['incident'],
  source:
    'Sum over incidents begun in the window of final resolution less start of impact; two that overlap count both, merged ones do not; those open have no length yet and are told of beside it, so that it is a lower bound; a known zero where none began',
  gaming:
    'Resolving incidents early, or not opening them, makes it small; look at who detected them and at alerts beside it.',
  windowBy: { incident: countedIncident },
  changesAt: ({ now, inWindow }) =>
    nextEnd(
      now,
      inWindow.incident.map(({ endedAt }) => endedAt),
    ),

  measure(context) {
    const elsewhere = onlyInProduction(context);
    if (elsewhere) return elsewhere;
    const begun = context.inWindow.incident;
    let ms = 0;
    let open = 0;
    for (const { startedAt, endedAt } of begun) {
      if (hasEnded(endedAt, context.now))
        ms += Math.max(0, endedAt - startedAt);
      else open += 1;
    }
    const still =
      open > 0 ? `; ${counted(open, 'is', 'are')} open and not counted` : '';
    return {
      status: 'known',
      value: ms / SECOND,
      sampleSize: begun.length,
      evidence: begun.map(({ id }) => id),
      because: `${counted(begun.length, 'incident')} lasted ${formatDuration(
        ms,
      )} in all, ${windowWords(context)}${still}`,
    };
  },

  examples: [
    {
      given: 'one of an hour and one of two that overlaps it',
      records: [
        incident('i', { startedAt: began, endedAt: began + HOUR }),
        incident('j', { startedAt: began, endedAt: began + 2 * HOUR }),
      ],
      gives: 10800,
    },
    {
      given: 'one merged into another, one still open',
      records: [
        incident('i', { startedAt: began, endedAt: began + HOUR }),
        incident('j', {
          startedAt: began,
          endedAt: began + 9 * HOUR,
          mergedInto: 'i',
        }),
        incident('k', { startedAt: began, endedAt: undefined }),
      ],
      gives: 3600,
    },
    {
      given: 'the last one is half a year old: a known zero',
      records: [incident('i', { startedAt: ago(180, 'd') })],
      gives: 0,
    },
    {
      given: 'no incident was ever collected for the service',
      records: [],
      gives: 'never-collected',
    },
  ],
});
