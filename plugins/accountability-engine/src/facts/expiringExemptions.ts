import {
  endsSoonAt,
  endsSoonMs,
  nextExemptionTurn,
} from 'backstage-plugin-accountability-common';
import { ago, exempted } from '../testing';
import { earliest } from '../time';
import { defineFact } from './defineFact';
import {
  exemptionsHeld,
  namedExemptions,
  whyNoExemptions,
} from './exemptionsHeld';
import { counted } from './wording';

/** Exemptions in force that end within fourteen days. */
export const expiringExemptions = defineFact({
  id: 'ownership.expiring_exemptions',
  burden: 'ownership',
  question: 'Which checks will count again within two weeks?',
  unit: 'count',
  windowDays: 0,
  needs: [],
  source:
    'Exemptions of the service, its owner or its system that are in force and end within 14 days; one that another in force goes on from does not end with it',
  gaming:
    'Renewing instead of mending makes it small; look at renewed_exemptions beside it.',
  reads: ['exemptions'],

  changesAt({ exemptions = [], now }) {
    return exemptions
      .map(({ expiresAt }) => expiresAt - endsSoonMs)
      .filter(at => at > now)
      .reduce(earliest, nextExemptionTurn(exemptions, now));
  },

  measure(context) {
    const why = whyNoExemptions(context);
    if (why) return why;
    const held = exemptionsHeld(context, context.now);
    const soon = held.filter(one => endsSoonAt(one, context.now));
    return {
      status: 'known',
      value: soon.length,
      sampleSize: held.length,
      evidence: [],
      because:
        soon.length === 0
          ? `None of ${counted(
              held.length,
              'exemption',
            )} in force ends within 14 days`
          : `${counted(
              soon.length,
              'exemption ends',
              'exemptions end',
            )} within 14 days: ${namedExemptions(
              soon,
            )}; mend what the checks ask for, or renew`,
    };
  },

  examples: [
    {
      given: 'one that ends in fourteen days and one that ends a day later',
      exemptions: [
        exempted('a', { expiresAt: ago(-14, 'd') }),
        exempted('b', { expiresAt: ago(-15, 'd') }),
      ],
      gives: 1,
    },
    {
      given: 'one that ends in a day and is renewed already',
      exemptions: [
        exempted('a', { expiresAt: ago(-1, 'd') }),
        exempted('b', { check: 'check-a', renews: 'a', renewals: 1 }),
      ],
      gives: 0,
    },
    {
      given: 'one that ended yesterday',
      exemptions: [exempted('a', { expiresAt: ago(1, 'd') })],
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
