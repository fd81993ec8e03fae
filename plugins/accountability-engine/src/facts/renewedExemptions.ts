import { nextExemptionTurn } from 'backstage-plugin-accountability-common';
import { ago, exempted } from '../testing';
import { defineFact } from './defineFact';
import {
  exemptionsHeld,
  namedExemptions,
  whyNoExemptions,
} from './exemptionsHeld';
import { counted } from './wording';

/** Exemptions in force that go on from one of before. */
export const renewedExemptions = defineFact({
  id: 'ownership.renewed_exemptions',
  burden: 'ownership',
  question: 'Which exemptions became a habit?',
  unit: 'count',
  windowDays: 0,
  needs: [],
  source:
    'Exemptions of the service, its owner or its system that are in force and were renewed at least once',
  ladder: {
    better: 'lower',
    bronze: 2,
    silver: 1,
    gold: 0,
    basis: 'convention',
  },
  gaming:
    'Asking anew, instead of renewing, begins the count again; look at active_exemptions over time.',
  reads: ['exemptions'],

  changesAt: ({ exemptions = [], now }) => nextExemptionTurn(exemptions, now),

  measure(context) {
    const why = whyNoExemptions(context);
    if (why) return why;
    const held = exemptionsHeld(context, context.now);
    const renewed = held.filter(({ renewals }) => renewals > 0);
    const most = Math.max(0, ...renewed.map(({ renewals }) => renewals));
    return {
      status: 'known',
      value: renewed.length,
      sampleSize: held.length,
      evidence: [],
      because:
        renewed.length === 0
          ? `None of ${counted(held.length, 'exemption')} in force was renewed`
          : `${counted(
              renewed.length,
              'exemption in force was',
              'exemptions in force were',
            )} renewed, up to ${counted(most, 'time')}: ${namedExemptions(
              renewed,
            )}; mend what the check asks for, or change the check`,
    };
  },

  examples: [
    {
      given: 'one of the first time and one that was renewed twice',
      exemptions: [exempted('a'), exempted('b', { renews: 'x', renewals: 2 })],
      gives: 1,
    },
    {
      given: 'a renewal that is not approved',
      exemptions: [
        exempted('a'),
        exempted('b', { renews: 'a', renewals: 1, decision: undefined }),
      ],
      gives: 0,
    },
    {
      given: 'a renewed one that ended',
      exemptions: [
        exempted('a', { renews: 'x', renewals: 1, expiresAt: ago(1, 'd') }),
      ],
      gives: 0,
    },
    {
      given: 'none at all: a known zero',
      exemptions: [],
      gives: 0,
    },
    {
      given: 'an instant before exemptions were kept',
      exemptions: [],
      exemptionsSince: ago(-1, 'd'),
      gives: 'never-collected',
    },
  ],
});
