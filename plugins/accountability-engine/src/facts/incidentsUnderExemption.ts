import { ago, exempted, incident } from '../testing';
import { formatDay } from '../time';
import { countedIncident } from './countedIncident';
import { defineFact, FactContext } from './defineFact';
import { exemptionsHeld, whyNoExemptions } from './exemptionsHeld';
import { onlyInProduction } from './onlyInProduction';
import { counted, windowWords } from './wording';

/** Incidents of the last 90 days that began while the service was exempt from a check. */
export const incidentsUnderExemption = defineFact({
  id: 'reliability.incidents_under_exemption',
  burden: 'reliability',
  question: 'What broke while a check was waived?',
  unit: 'count',
  windowDays: 90,
  needs: ['incident'],
  source:
    'Incidents begun in the window while any exemption of the service, its owner or its system was in force; that it was the waived check that let them through is not said; merged ones not counted, nor those of before exemptions were kept',
  gaming:
    'Not opening incidents makes it small; look at reliability.incidents beside it.',
  windowBy: { incident: countedIncident },
  reads: ['exemptions'],

  measure(context) {
    const why = onlyInProduction(context) ?? whyNoExemptions(context);
    if (why) return why;
    const { exemptionsSince = -Infinity } = context;
    const begun = context.inWindow.incident.filter(
      ({ startedAt }) => startedAt >= exemptionsSince,
    );
    const under = begun.filter(
      ({ startedAt }) => exemptionsHeld(context, startedAt).length > 0,
    );
    return {
      status: 'known',
      value: under.length,
      sampleSize: begun.length,
      evidence: under.map(({ id }) => id),
      because: `${under.length} of ${counted(
        begun.length,
        'incident',
      )} began while an exemption from a check was in force, ${windowWords(
        context,
      )}${keptWords(context)}`,
    };
  },

  examples: [
    {
      given: 'one before the exemption, one at its approval, one during it',
      records: [
        incident('i', { startedAt: ago(31, 'd') }),
        incident('j', { startedAt: ago(30, 'd') }),
        incident('k', { startedAt: ago(2, 'd') }),
      ],
      exemptions: [exempted('a')],
      gives: 2,
    },
    {
      given: 'one at the end of an exemption and one at its revocation',
      records: [
        incident('i', { startedAt: ago(20, 'd') }),
        incident('j', { startedAt: ago(5, 'd') }),
      ],
      exemptions: [
        exempted('a', { expiresAt: ago(20, 'd') }),
        exempted('b', {
          requestedAt: ago(9, 'd'),
          revoked: { by: 'user:default/lee', at: ago(5, 'd') },
        }),
      ],
      gives: 0,
    },
    {
      given: 'one under an exemption of the owner of then',
      service: {
        owner: 'group:default/payments',
        spans: [
          {
            owner: 'group:default/search',
            resolves: true,
            from: ago(365, 'd'),
            to: ago(10, 'd'),
            origin: 'catalog',
          },
          {
            owner: 'group:default/payments',
            resolves: true,
            from: ago(10, 'd'),
            origin: 'catalog',
          },
        ],
      },
      records: [
        incident('i', { startedAt: ago(12, 'd') }),
        incident('j', { startedAt: ago(5, 'd') }),
      ],
      exemptions: [
        exempted('a', {
          subject: { by: 'owner', ref: 'group:default/search' },
        }),
      ],
      gives: 1,
    },
    {
      given: 'no exemption: a known zero',
      records: [incident('i')],
      exemptions: [],
      gives: 0,
    },
    {
      given: 'one of before exemptions were kept and one since',
      records: [incident('i', { startedAt: ago(20, 'd') }), incident('j')],
      exemptions: [exempted('a', { requestedAt: ago(10, 'd') })],
      exemptionsSince: ago(15, 'd'),
      gives: 1,
    },
    {
      given: 'an instant before exemptions were kept',
      records: [incident('i')],
      exemptions: [],
      exemptionsSince: ago(-1, 'd'),
      gives: 'never-collected',
    },
    {
      given: 'no incident was ever collected for the service',
      records: [],
      exemptions: [exempted('a')],
      gives: 'never-collected',
    },
  ],
});

function keptWords({ exemptionsSince, window }: FactContext): string {
  return exemptionsSince !== undefined && exemptionsSince > window.from
    ? `; exemptions are kept since ${formatDay(
        exemptionsSince,
      )}, and incidents of before are not counted`
    : '';
}
