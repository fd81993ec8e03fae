import {
  FactPart,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { ago, incident } from '../testing';
import { countedIncident } from './countedIncident';
import { defineFact, FactContext } from './defineFact';
import { onlyInProduction } from './onlyInProduction';
import { counted, windowWords } from './wording';

/** Incidents of the last 90 days, each with the owner who answered for the service when it began. */
export const incidents = defineFact({
  id: 'reliability.incidents',
  burden: 'reliability',
  question: 'How often does this service break, and who owned it then?',
  unit: 'count',
  windowDays: 90,
  needs: ['incident'],
  source:
    'Incidents begun in the window, merged ones not counted; parts by owner when they began',
  gaming:
    'Not opening incidents makes it small; look at alerts and at what monitors detected beside it.',
  windowBy: { incident: countedIncident },

  measure(context) {
    const elsewhere = onlyInProduction(context);
    if (elsewhere) return elsewhere;
    const begun = context.inWindow.incident;
    const parts = byOwner(begun, context);
    const tail = parts.length > 1 ? `; ${parts.length} owners at the time` : '';
    return {
      status: 'known',
      value: begun.length,
      sampleSize: begun.length,
      evidence: begun.map(({ id }) => id),
      parts,
      because: `${counted(begun.length, 'incident')}, ${windowWords(
        context,
      )}${tail}`,
    };
  },

  examples: [
    {
      given: 'two incidents in the window and one before it',
      records: [
        incident('i'),
        incident('j'),
        incident('k', { startedAt: ago(91, 'd') }),
      ],
      gives: 2,
    },
    {
      given: 'one of two was merged into the other',
      records: [incident('i'), incident('j', { mergedInto: 'i' })],
      gives: 1,
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

function byOwner(
  begun: readonly IncidentRecord[],
  { ownerAt }: FactContext,
): FactPart[] {
  const parts = new Map<string, FactPart>();
  for (const { id, startedAt } of begun) {
    const owner = ownerAt(startedAt);
    const key = owner.status === 'known' ? owner.owner : 'unknown';
    const part = parts.get(key) ?? { key, value: 0, records: [] };
    part.value++;
    part.records.push(id);
    parts.set(key, part);
  }
  return [...parts.values()];
}
